import { routes } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Button, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RoleGate } from "../app/role-gate.tsx";
import { AuditEntry } from "./audit-entry.tsx";
import { auditMessages } from "./audit-messages.ts";

const PAGE = 50;

export function AuditPage() {
  return (
    <RoleGate needed="administrator">
      <Audit />
    </RoleGate>
  );
}

/** The trail of what people and programs changed, the latest first (P2). */
function Audit() {
  const t = useMessages(auditMessages);
  const app = useMessages(appMessages);
  const audit = useInfiniteQuery({
    queryKey: ["audit"],
    queryFn: ({ pageParam }) =>
      api.call(routes.listAudit, { query: { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const events = audit.data?.pages.flatMap((page) => page.items);
  return (
    <div className="page">
      <PageHeader title={t("title")} hint={t("hint")} />
      {!events && !audit.error && <PageSkeleton />}
      {events?.length === 0 && <Text c="dimmed">{t("empty")}</Text>}
      <ol className="audit-list">
        {events?.map((event) => (
          <AuditEntry key={event.id} event={event} />
        ))}
      </ol>
      <ProblemAlert error={audit.error} retry={() => void audit.refetch()} />
      {audit.hasNextPage && (
        <Button variant="default" onClick={() => void audit.fetchNextPage()} loading={audit.isFetchingNextPage}>
          {app("loadMore")}
        </Button>
      )}
      {events && events.length > PAGE && !audit.hasNextPage && <Text c="dimmed">{t("end")}</Text>}
    </div>
  );
}
