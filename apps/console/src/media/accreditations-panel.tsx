import { routes, type Accreditation, type Edition } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Button, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { EmptyState } from "../app/empty-state.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { PassDialog } from "../passes/pass-dialog.tsx";
import { useMay } from "../sign-in/session.ts";
import { AccreditationCorrection, AccreditationForm } from "./accreditation-form.tsx";
import { AccreditationTable, type AccreditationTask } from "./accreditation-table.tsx";
import { IssuedBadgeDialog } from "./issued-badge-dialog.tsx";
import { mediaMessages } from "./media-messages.ts";
import { accreditationsQuery, mediaKey } from "./media-queries.ts";
import { OutletFilter } from "./outlet-filter.tsx";

/** The journalists of each outlet, with their badges. */
export function AccreditationsPanel({ edition }: { edition: Edition }) {
  const t = useMessages(mediaMessages);
  const mayAccredit = useMay("organiser");
  const [search, setSearch] = useSearchParams();
  const outlet = search.get("outlet") ?? "";
  const accreditations = useQuery(accreditationsQuery(edition.slug));
  const [task, setTask] = useState<AccreditationTask>();
  const all = accreditations.data;
  const rows = all?.filter(({ organisationId }) => outlet === "" || organisationId === outlet);
  const valid = (rows ?? []).filter(({ revokedAt }) => revokedAt === null);
  const accredit = mayAccredit && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "accredit" })}>
      {t("accredit")}
    </Button>
  );
  return (
    <>
      {all && all.length > 0 && (
        <Group mb="md" justify="space-between">
          <Group>
            <OutletFilter
              of={all}
              value={outlet}
              onChange={(id) => setSearch(id === "" ? {} : { outlet: id }, { replace: true })}
            />
            <Text c="dimmed">
              {t("countBadges", { count: valid.length })} ·{" "}
              {t("outlets", { count: new Set(valid.map(({ organisationId }) => organisationId)).size })}
            </Text>
          </Group>
          {accredit}
        </Group>
      )}
      <ProblemAlert error={accreditations.error} retry={() => void accreditations.refetch()} />
      {!all && !accreditations.error && <PageSkeleton />}
      {all?.length === 0 && (
        <EmptyState title={t("emptyTitle")} hint={t("emptyHint")}>
          {accredit}
        </EmptyState>
      )}
      {all && all.length > 0 && rows?.length === 0 && <Text c="dimmed">{t("noneFound")}</Text>}
      {rows && rows.length > 0 && (
        <AccreditationTable edition={edition} accreditations={rows} mayAccredit={mayAccredit} onTask={setTask} />
      )}
      {task && <AccreditationDialog task={task} edition={edition} onTask={setTask} />}
    </>
  );
}

interface AccreditationDialogProps {
  task: AccreditationTask;
  edition: Edition;
  onTask: (task: AccreditationTask | undefined) => void;
}

function AccreditationDialog({ task, edition, onTask }: AccreditationDialogProps) {
  const t = useMessages(mediaMessages);
  const { slug } = edition;
  const close = () => onTask(undefined);
  const nameOf = ({ holder, outlet }: Accreditation) => holder ?? outlet;
  switch (task.kind) {
    case "accredit":
      return (
        <AccreditationForm
          edition={edition}
          onIssued={(accreditation) => onTask({ kind: "issued", accreditation })}
          onClose={close}
        />
      );
    case "issued":
      return <IssuedBadgeDialog edition={edition} accreditation={task.accreditation} onClose={close} />;
    case "change":
      return <AccreditationCorrection edition={edition} accreditation={task.accreditation} onClose={close} />;
    case "pass":
      return <PassDialog edition={edition} code={task.accreditation.passCode} onClose={close} />;
    case "end":
      return (
        <ConfirmDialog
          title={t("endTitle", { name: nameOf(task.accreditation) })}
          text={t("endText")}
          submit={t("end")}
          act={() => api.call(routes.endAccreditation, { params: { slug, id: task.accreditation.id } })}
          refresh={mediaKey(slug)}
          onClose={close}
        />
      );
  }
}
