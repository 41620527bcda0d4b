import { type ImportSummary, routes, type RowOutcome } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { PageTurner } from "../app/page-turner.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { importMessages } from "./import-messages.ts";
import { importRowsQuery, importsKey, ROWS_PER_PAGE } from "./import-queries.ts";
import { RowsTable } from "./rows-table.tsx";

interface OutcomeRowsProps {
  slug: string;
  summary: ImportSummary;
  outcome: RowOutcome;
}

/** The rows of one outcome, a page at a time. */
export function OutcomeRows({ slug, summary, outcome }: OutcomeRowsProps) {
  const t = useMessages(importMessages);
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const page = useQuery(importRowsQuery(slug, summary, outcome, cursors.at(-1) ?? null));
  const rows = page.data?.items;
  const next = page.data?.nextCursor ?? null;
  return (
    <>
      <ProblemAlert error={page.error} retry={() => void page.refetch()} />
      {!rows && !page.error && <PageSkeleton />}
      {rows?.length === 0 && <Text c="dimmed">{t("noRows")}</Text>}
      {rows && rows.length > 0 && (
        <RowsTable
          slug={slug}
          summary={summary}
          outcome={outcome}
          rows={rows}
          paged={{
            key: [...importsKey(slug), "rows", summary.id, summary.reading, outcome],
            hasMore: next !== null || cursors.length > 0,
            read: (query, signal) =>
              api.call(routes.listImportRows, {
                params: { slug, id: summary.id },
                query: { outcome, ...query },
                signal,
              }),
          }}
          footer={
            <PageTurner
              before={cursors.length * ROWS_PER_PAGE}
              shown={rows.length}
              onPrevious={cursors.length > 0 ? () => setCursors(cursors.slice(0, -1)) : undefined}
              onNext={next === null ? undefined : () => setCursors([...cursors, next])}
            />
          }
        />
      )}
    </>
  );
}
