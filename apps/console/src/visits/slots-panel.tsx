import { routes, type Edition, type Slot } from "@abwab/contract";
import { Num, useMessages } from "@abwab/ui";
import { Button, Menu, Progress, Text } from "@mantine/core";
import { IconPlus, IconTrashX, IconUsersPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { EmptyState } from "../app/empty-state.tsx";
import { ListTable, type Column } from "../app/list-table.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { RowMenu } from "../app/row-menu.tsx";
import { useMay } from "../sign-in/session.ts";
import { CapacityDialog } from "./capacity-dialog.tsx";
import { DayAndZone } from "./day-and-zone.tsx";
import { slotMessages } from "./slot-messages.ts";
import { SlotsForm } from "./slots-form.tsx";
import { useHours } from "./use-hours.ts";
import type { VisitView } from "./use-visit-view.ts";
import { roomOf } from "./visit-board.ts";
import { slotsQuery, visitsKey } from "./visit-queries.ts";

type Task = { kind: "add" } | { kind: "capacity" | "remove"; slot: Slot };

export interface SlotsPanelProps {
  edition: Edition;
  view: VisitView;
  onView: (change: Partial<VisitView>) => void;
}

/** When each zone takes groups and how many people at most. */
export function SlotsPanel({ edition, view, onView }: SlotsPanelProps) {
  const t = useMessages(slotMessages);
  const mayPlan = useMay("organiser");
  const hours = useHours(edition);
  const slots = useQuery(slotsQuery(edition.slug, view.day, view.zone));
  const [task, setTask] = useState<Task>();
  const close = () => setTask(undefined);
  const add = mayPlan && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setTask({ kind: "add" })}>
      {t("add")}
    </Button>
  );
  const rows = slots.data;
  const sum = (of: "booked" | "capacity") => (rows ?? []).reduce((total, slot) => total + slot[of], 0);
  return (
    <>
      <div className="visit-filters visit-filters-bar">
        <DayAndZone edition={edition} day={view.day} zone={view.zone} onChange={onView} />
        {rows && rows.length > 0 && add}
      </div>
      <ProblemAlert error={slots.error} retry={() => void slots.refetch()} />
      {!rows && !slots.error && <PageSkeleton />}
      {rows?.length === 0 && (
        <EmptyState title={t("emptyTitle")} hint={t("emptyHint")}>
          {add}
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <>
          <Text mb="sm" c="dimmed">
            {t("total", { slots: rows.length, booked: sum("booked"), capacity: sum("capacity") })}
          </Text>
          <SlotTable edition={edition} slots={rows} mayPlan={mayPlan} onTask={setTask} />
        </>
      )}
      {task?.kind === "add" && <SlotsForm edition={edition} zone={view.zone} onClose={close} />}
      {task?.kind === "capacity" && <CapacityDialog edition={edition} slot={task.slot} onClose={close} />}
      {task?.kind === "remove" && (
        <ConfirmDialog
          title={t("removeTitle", { hours: hours(task.slot) })}
          text={t("removeText")}
          warning={task.slot.booked > 0 ? t("removeBooked") : undefined}
          submit={t("remove")}
          act={() => api.call(routes.removeSlot, { params: { slug: edition.slug, id: task.slot.id } })}
          refresh={visitsKey(edition.slug)}
          onClose={close}
        />
      )}
    </>
  );
}

interface SlotTableProps {
  edition: Edition;
  slots: readonly Slot[];
  mayPlan: boolean;
  onTask: (task: Task) => void;
}

function SlotTable({ edition, slots, mayPlan, onTask }: SlotTableProps) {
  const t = useMessages(slotMessages);
  const hours = useHours(edition);
  const columns: Column<Slot>[] = [
    {
      key: "time",
      value: hours,
      title: t("time"),
      cell: (slot) => <span className="abwab-number">{hours(slot)}</span>,
    },
    {
      key: "zone",
      value: ({ zone }) => zone,
      title: t("zone"),
      cell: ({ zone }) => <bdi className="device-door">{zone}</bdi>,
    },
    {
      key: "capacity",
      value: ({ capacity }) => capacity,
      title: t("capacity"),
      cell: ({ capacity }) => <Num value={capacity} />,
    },
    { key: "booked", value: ({ booked }) => booked, title: t("booked"), cell: ({ booked }) => <Num value={booked} /> },
    { key: "room", value: (slot) => roomOf(slot), title: t("room"), cell: (slot) => <Num value={roomOf(slot)} /> },
    {
      key: "fill",
      value: ({ booked, capacity }) => booked / capacity,
      title: t("fill"),
      cell: (slot) => (
        <Progress
          className="slot-fill"
          aria-label={t("fill")}
          value={Math.min(100, (100 * slot.booked) / slot.capacity)}
          color={roomOf(slot) === 0 ? "brass" : "forest"}
        />
      ),
    },
  ];
  return (
    <ListTable
      caption={t("time")}
      columns={columns}
      rows={slots}
      keyOf={({ id }) => id}
      menu={
        mayPlan
          ? (slot) => (
              <RowMenu of={`${hours(slot)} ${slot.zone}`}>
                <Menu.Item
                  leftSection={<IconUsersPlus size={17} aria-hidden />}
                  onClick={() => onTask({ kind: "capacity", slot })}
                >
                  {t("changeCapacity")}
                </Menu.Item>
                <Menu.Item
                  color="clay"
                  leftSection={<IconTrashX size={17} aria-hidden />}
                  onClick={() => onTask({ kind: "remove", slot })}
                >
                  {t("remove")}
                </Menu.Item>
              </RowMenu>
            )
          : undefined
      }
    />
  );
}
