import { type Edition, type PassDetail, showPassCode } from "@abwab/contract";
import { formatDate, formatTime, Num, QrCode, useLanguage, useMessages } from "@abwab/ui";
import { Alert, Badge, Button, Group, Modal, Stack, Text, Title } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { appMessages } from "../app/app-messages.ts";
import { CopyButton } from "../app/copy-button.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useReturnFocus } from "../app/use-return-focus.ts";
import { passKindTexts, passMessages } from "./pass-messages.ts";
import { passPrintUrl, passQuery } from "./pass-queries.ts";
import { localMoment } from "../tables/cell-value.ts";

export interface PassDialogProps {
  edition: Edition;
  code: string;
  onClose: () => void;
}

/** One pass: its code to scan or to print, and where it was shown. */
export function PassDialog({ edition, code, onClose }: PassDialogProps) {
  const t = useMessages(passMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  useReturnFocus();
  const detail = useQuery(passQuery(edition.slug, code));
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t("passTitle", { code: showPassCode(code) })}
      closeButtonProps={{ "aria-label": app("close") }}
    >
      <Stack gap="md">
        <ProblemAlert error={detail.error} retry={() => void detail.refetch()} />
        {!detail.data && !detail.error && <PageSkeleton />}
        {detail.data && <Particulars detail={detail.data} />}
        {detail.data && <Crossings detail={detail.data} edition={edition} />}
        <Group justify="flex-end">
          {detail.data && <CopyButton value={showPassCode(code)} label={app("copy")} copiedLabel={app("copied")} />}
          {detail.data?.pass.revokedAt === null && (
            <Button
              component="a"
              variant="default"
              href={passPrintUrl(edition.slug, code, language)}
              target="_blank"
              leftSection={<IconPrinter size={18} aria-hidden />}
            >
              {t("print")}
            </Button>
          )}
          <Button onClick={onClose}>{app("close")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Particulars({ detail: { pass, token } }: { detail: PassDetail }) {
  const t = useMessages(passMessages);
  return (
    <Stack align="center" gap="xs">
      {pass.revokedAt === null ? (
        <div className="pairing-qr">
          <QrCode text={token} size={240} />
        </div>
      ) : (
        <Alert color="clay" w="100%">
          {t("revokedBecause", { reason: pass.revokedReason ?? "–" })}
          {pass.replacedBy !== null && <div>{t("replacedBy", { code: showPassCode(pass.replacedBy) })}</div>}
        </Alert>
      )}
      <bdi dir="ltr" className="pass-code">
        {showPassCode(pass.code)}
      </bdi>
      <Group gap="xs" justify="center">
        <Badge>{t(passKindTexts[pass.kind])}</Badge>
        {pass.label !== null && <bdi>{pass.label}</bdi>}
        {pass.group && (
          <Text span>
            {t("pupils")} <Num value={pass.group.pupils} /> · {t("adults")} <Num value={pass.group.adults} />
          </Text>
        )}
      </Group>
      <Text c="dimmed" size="sm">
        {pass.zones === null ? t("allZones") : <bdi dir="ltr">{pass.zones.join(", ")}</bdi>}
      </Text>
    </Stack>
  );
}

function Crossings({ detail: { crossings }, edition }: { detail: PassDetail; edition: Edition }) {
  const t = useMessages(passMessages);
  const { language } = useLanguage();
  const columns: Column<PassDetail["crossings"][number]>[] = [
    {
      key: "at",
      title: t("at"),
      value: ({ placedAt }) => localMoment(placedAt, edition.timeZone),
      cell: ({ placedAt }) => (
        <bdi className="abwab-number">
          {formatDate(placedAt, language, "medium", edition.timeZone)}{" "}
          {formatTime(placedAt, language, { timeZone: edition.timeZone })}
        </bdi>
      ),
    },
    {
      key: "door",
      value: ({ zone, checkpoint, device, direction }) =>
        [t(direction === "in" ? "directionIn" : "directionOut"), checkpoint ?? zone, device].filter(Boolean).join(" "),
      title: t("door"),
      cell: ({ zone, checkpoint, device, direction }) => (
        <span>
          {t(direction === "in" ? "directionIn" : "directionOut")}{" "}
          <bdi className="device-door">{checkpoint ?? zone}</bdi> {device !== null && <bdi>{device}</bdi>}
        </span>
      ),
    },
    {
      key: "people",
      value: ({ headcount }) => headcount,
      title: t("people"),
      cell: ({ headcount, voided }) => (
        <span>
          <Num value={headcount} /> {voided && <Badge color="sand">{t("voided")}</Badge>}
        </span>
      ),
    },
  ];
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        {t("crossings")}
      </Title>
      {crossings.length === 0 ? (
        <Text c="dimmed">{t("noCrossings")}</Text>
      ) : (
        <ListTable
          caption={t("crossings")}
          name="crossings"
          columns={columns}
          rows={crossings}
          keyOf={({ entryId }) => entryId}
        />
      )}
    </section>
  );
}
