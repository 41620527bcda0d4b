import { routes, type Edition, type ImportSummary } from "@abwab/contract";
import { useLanguage, useMessages } from "@abwab/ui";
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconArrowBackUp, IconCheck, IconDownload, IconFileImport, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { faultMessages } from "./fault-messages.ts";
import { importMessages } from "./import-messages.ts";
import { importedPassesUrl, wrongRowsUrl } from "./import-queries.ts";
import { PlanList } from "./plan-list.tsx";

interface ResultStepProps {
  edition: Edition;
  summary: ImportSummary;
}

/** A whole list of 100,000 rows. */
const UNDOING_MS = 90_000;

const titles = {
  done: "doneTitle",
  undone: "undoneTitle",
  discarded: "discardedTitle",
  failed: "failedTitle",
} as const;

/** What became of an import, and what can be done now. */
export function ResultStep({ edition: { slug }, summary }: ResultStepProps) {
  const t = useMessages(importMessages);
  const faults = useMessages(faultMessages);
  const [isUndoing, setUndoing] = useState(false);
  const { id, state, subject, fault } = summary;
  const isPasses = subject === "attendees";
  if (state === "reading" || state === "preview" || state === "committing") return null;
  const hint = {
    done: t("doneHint"),
    undone: t(isPasses ? "undonePassesHint" : "undoneHint"),
    discarded: t("discardedHint"),
    failed: faults(fault ?? "commit_failed"),
  }[state];
  return (
    <section className="card import-result" data-state={state}>
      <span className="import-result-mark" aria-hidden>
        {state === "done" ? (
          <IconCheck size={32} />
        ) : state === "undone" ? (
          <IconArrowBackUp size={32} />
        ) : (
          <IconX size={32} />
        )}
      </span>
      <Stack gap="md" flex={1} miw={0}>
        <div role={state === "failed" ? "alert" : "status"}>
          <Title order={2} size="h3">
            {t(titles[state])}
          </Title>
          <Text mt={4}>{hint}</Text>
        </div>
        {state === "done" && <PlanList summary={summary} />}
        <Group gap="sm">
          {state === "done" && <AfterImport slug={slug} summary={summary} />}
          <Button
            component={Link}
            to={`/imports/${slug}`}
            variant={state === "done" ? "default" : "filled"}
            leftSection={<IconFileImport size={18} aria-hidden />}
          >
            {t("anotherList")}
          </Button>
          {state === "done" && (
            <Button
              variant="subtle"
              color="clay"
              leftSection={<IconArrowBackUp size={18} aria-hidden />}
              onClick={() => setUndoing(true)}
            >
              {t("undo")}
            </Button>
          )}
        </Group>
      </Stack>
      {isUndoing && (
        <ConfirmDialog
          title={t("undoTitle")}
          text={t(isPasses ? "undoPassesText" : "undoText")}
          warning={isPasses ? undefined : t("undoWarning")}
          submit={t("undo")}
          act={() => api.call(routes.undoImport, { params: { slug, id }, timeoutMs: UNDOING_MS })}
          refresh={["editions", slug]}
          onClose={() => setUndoing(false)}
        />
      )}
    </section>
  );
}

/** What was imported, and the files to take away. */
function AfterImport({ slug, summary: { id, subject, outcomes } }: { slug: string; summary: ImportSummary }) {
  const t = useMessages(importMessages);
  const { language } = useLanguage();
  const download = <IconDownload size={18} aria-hidden />;
  return (
    <>
      {subject === "organisations" && (
        <Button component={Link} to={`/organisations/${slug}?importId=${id}`}>
          {t("showOrganisations")}
        </Button>
      )}
      {subject === "attendees" && (
        <>
          <Button component="a" href={importedPassesUrl(slug, id)} download leftSection={download}>
            {t("passesCsv")}
          </Button>
          <Button component={Link} to={`/passes/${slug}`} variant="default">
            {t("showPasses")}
          </Button>
        </>
      )}
      {outcomes.wrong > 0 && (
        <Button component="a" href={wrongRowsUrl(slug, id, language)} download variant="light" leftSection={download}>
          {t("wrongRows")}
        </Button>
      )}
    </>
  );
}
