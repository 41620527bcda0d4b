import type { Edition } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Button, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "../app/empty-state.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useMay } from "../sign-in/session.ts";
import { BoardToolbar } from "./board-toolbar.tsx";
import { BoardTotals } from "./board-totals.tsx";
import { SlotSection } from "./slot-section.tsx";
import { useRowWords } from "./use-row-words.ts";
import type { VisitView } from "./use-visit-view.ts";
import { filterVisits, groupBySlot, totalsOf } from "./visit-board.ts";
import { visitMessages } from "./visit-messages.ts";
import { dayVisitsQuery, representedQuery, slotsQuery } from "./visit-queries.ts";
import type { Task } from "./visit-task.tsx";

export interface BoardPanelProps {
  edition: Edition;
  view: VisitView;
  onView: (change: Partial<VisitView>) => void;
  onTask: (task: Task) => void;
}

/** The day's groups by slot, expected against arrived; it follows the gates by itself. */
export function BoardPanel({ edition, view, onView, onTask }: BoardPanelProps) {
  const t = useMessages(visitMessages);
  const words = useRowWords(edition);
  const { slug } = edition;
  const visits = useQuery(dayVisitsQuery(slug, view.day, view.zone));
  const slots = useQuery(slotsQuery(slug, view.day, view.zone));
  const represented = useQuery(representedQuery(slug));
  const mayPlan = useMay("organiser");
  const error = visits.error ?? slots.error;
  const retry = () => void Promise.all([visits.refetch(), slots.refetch()]);
  const totals = totalsOf(visits.data ?? []);
  const isFiltered = view.state !== "" || view.province !== "" || view.search.trim() !== "";
  const shown = filterVisits(visits.data ?? [], view);
  const groups = groupBySlot(slots.data ?? [], shown).filter(({ visits: some }) => !isFiltered || some.length > 0);
  const isEmpty = visits.data?.length === 0;
  return (
    <>
      <BoardTotals totals={totals} everRepresented={represented.data?.reduce((sum, { arrived }) => sum + arrived, 0)} />
      <BoardToolbar edition={edition} view={view} byState={totals.byState} onChange={onView} />
      <ProblemAlert error={error} retry={retry} />
      {(!visits.data || !slots.data) && !error && <PageSkeleton />}
      {visits.data && slots.data && (
        <>
          {isEmpty && (
            <EmptyState title={t("emptyTitle")} hint={t(slots.data.length === 0 ? "emptyHint" : "emptyBook")}>
              {mayPlan && slots.data.length === 0 ? (
                <Button onClick={() => onView({ part: "slots" })}>{t("makeSlots")}</Button>
              ) : (
                <Button
                  leftSection={<IconPlus size={18} aria-hidden />}
                  onClick={() => onTask({ kind: "book", slotId: null })}
                >
                  {t("book")}
                </Button>
              )}
            </EmptyState>
          )}
          {!isEmpty && shown.length === 0 && <Text c="dimmed">{t("noneFound")}</Text>}
          <div className="slots">
            {groups.map((group) => (
              <SlotSection
                key={typeof group.slot === "string" ? group.slot : group.slot.id}
                edition={edition}
                group={group}
                words={words}
                onTask={onTask}
              />
            ))}
          </div>
        </>
      )}
    </>
  );
}
