import { entriesFile, MAX_ENTRIES_PER_REQUEST, routes, type EntriesFile, type EntryResult } from "@abwab/contract";
import { formatDate, formatTime, Num, useLanguage, useMessages } from "@abwab/ui";
import { Alert, Button, FileInput, Group, Modal, Progress, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { ListTable, type Column } from "../app/list-table.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useReturnFocus } from "../app/use-return-focus.ts";
import { deviceMessages } from "./device-messages.ts";
import { devicesQuery } from "./device-queries.ts";

export interface RecoveryDialogProps {
  slug: string;
  onClose: () => void;
}

interface Outcome {
  recorded: number;
  duplicate: number;
  refused: EntryResult[];
}

/** Reads a file as a kiosk writes it; undefined for any other. */
async function readFile(file: File): Promise<EntriesFile | undefined> {
  try {
    const read = entriesFile.safeParse(JSON.parse(await file.text()));
    return read.success ? read.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Takes in what waited on a tablet that can't send any more. Whatever is sent twice counts once (E2). */
export function RecoveryDialog({ slug, onClose }: RecoveryDialogProps) {
  const t = useMessages(deviceMessages);
  const app = useMessages(appMessages);
  const client = useQueryClient();
  useReturnFocus();
  const [chosen, setChosen] = useState<File | null>(null);
  const [file, setFile] = useState<EntriesFile>();
  const [isForeign, setForeign] = useState(false);
  const [done, setDone] = useState(0);
  const send = useMutation({
    mutationFn: async ({ device, entries }: EntriesFile) => {
      const outcome: Outcome = { recorded: 0, duplicate: 0, refused: [] };
      for (let from = 0; from < entries.length; from += MAX_ENTRIES_PER_REQUEST) {
        const body = { entries: entries.slice(from, from + MAX_ENTRIES_PER_REQUEST) };
        const { results } = await api.call(routes.recoverEntries, { params: { id: device.id }, body });
        for (const result of results) {
          if (result.status === "refused") outcome.refused.push(result);
          else outcome[result.status] += 1;
        }
        setDone(Math.min(entries.length, from + MAX_ENTRIES_PER_REQUEST));
      }
      return outcome;
    },
    onSettled: () => client.invalidateQueries({ queryKey: devicesQuery(slug).queryKey }),
  });
  const choose = async (next: File | null) => {
    setChosen(next);
    send.reset();
    setDone(0);
    const read = next === null ? undefined : await readFile(next);
    setFile(read);
    setForeign(next !== null && read === undefined);
  };
  const isOther = file !== undefined && file.edition !== slug;
  return (
    <Modal opened size="lg" onClose={onClose} title={t("recover")} closeButtonProps={{ "aria-label": app("close") }}>
      <Stack gap="md">
        <Text>{t("recoverText")}</Text>
        <FileInput
          label={t("recoverFile")}
          placeholder={t("recoverChoose")}
          accept=".json,application/json"
          clearable
          value={chosen}
          onChange={(next) => void choose(next)}
          error={isForeign ? t("recoverForeign") : isOther ? t("recoverOther", { slug: file.edition }) : undefined}
        />
        {file && !isOther && <FileFacts file={file} />}
        {send.isPending && file && (
          <Progress
            value={(100 * done) / Math.max(1, file.entries.length)}
            animated
            aria-label={t("recoverProgress")}
          />
        )}
        <ProblemAlert error={send.error} />
        {send.data && <OutcomeOf outcome={send.data} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {app("close")}
          </Button>
          {!send.data && (
            <Button
              disabled={file === undefined || isOther}
              loading={send.isPending}
              onClick={() => file && send.mutate(file)}
            >
              {t("recoverSend")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function FileFacts({ file: { device, writtenAt, entries } }: { file: EntriesFile }) {
  const t = useMessages(deviceMessages);
  const { language } = useLanguage();
  return (
    <Text>
      <bdi>{device.name}</bdi> · {formatDate(writtenAt, language)}{" "}
      <bdi className="abwab-number">{formatTime(writtenAt, language)}</bdi> · {t("recoverItems")}{" "}
      <Num value={entries.length} />
    </Text>
  );
}

function OutcomeOf({ outcome: { recorded, duplicate, refused } }: { outcome: Outcome }) {
  const t = useMessages(deviceMessages);
  const columns: Column<EntryResult>[] = [
    { key: "id", value: ({ id }) => id, title: t("recoverId"), cell: ({ id }) => <bdi dir="ltr">{id ?? "–"}</bdi> },
    {
      key: "why",
      value: ({ message, code }) => message ?? code,
      title: t("recoverWhy"),
      cell: ({ message, code }) => <bdi dir="auto">{message ?? code}</bdi>,
    },
  ];
  return (
    <>
      <Alert color={refused.length === 0 ? "forest" : "brass"} role="status">
        {t("recoverRecorded")} <Num value={recorded} /> · {t("recoverDuplicate")} <Num value={duplicate} /> ·{" "}
        {t("recoverRefused")} <Num value={refused.length} />
      </Alert>
      {refused.length > 0 && (
        <ListTable
          caption={t("recoverRefused")}
          name="refused"
          columns={columns}
          rows={refused}
          keyOf={(result) => String(result.id) + String(result.message)}
        />
      )}
    </>
  );
}
