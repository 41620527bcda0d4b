import type { Edition } from "@abwab/contract";
import { Num, useMessages } from "@abwab/ui";
import { Badge, Button, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useNow } from "../app/use-now.ts";
import { useHours } from "./use-hours.ts";
import type { RowWords } from "./use-row-words.ts";
import { headsOf, roomOf, type SlotGroup } from "./visit-board.ts";
import { visitMessages } from "./visit-messages.ts";
import { VisitRow } from "./visit-row.tsx";
import type { Task } from "./visit-task.tsx";

export interface SlotSectionProps {
  edition: Edition;
  group: SlotGroup;
  words: RowWords;
  onTask: (task: Task) => void;
}

const MINUTE_MS = 60_000;

/** A slot with how full it is, and the groups that are to come in it. */
export function SlotSection({ edition, group, words, onTask }: SlotSectionProps) {
  const { visits } = group;
  const slot = typeof group.slot === "string" ? null : group.slot;
  const t = useMessages(visitMessages);
  const hours = useHours(edition);
  const now = useNow(MINUTE_MS);
  const isNow = slot !== null && Date.parse(slot.startsAt) <= now && now < Date.parse(slot.endsAt);
  const titleId = `slot-${typeof group.slot === "string" ? group.slot : group.slot.id}`;
  const arrived = visits.reduce((sum, visit) => sum + headsOf(visit.arrived), 0);
  return (
    <section className="card slot" data-now={isNow} data-empty={visits.length === 0} aria-labelledby={titleId}>
      <header className="slot-head">
        <Title order={2} size="h5" id={titleId} className="slot-title">
          <span>{typeof group.slot === "string" ? t(group.slot) : hours(group.slot)}</span>
          {slot && <bdi className="device-door">{slot.zone}</bdi>}
          {isNow && <Badge color="forest">{t("now")}</Badge>}
        </Title>
        {slot && (
          <p className="slot-figures">
            <span>
              {slot.booked === 0 ? t("nobodyBooked") : t("bookedOf", { booked: slot.booked, capacity: slot.capacity })}
            </span>
            <span>{t("roomLeft", { count: roomOf(slot) })}</span>
            {arrived > 0 && (
              <span>
                {t("arrived")} <Num value={arrived} />
              </span>
            )}
          </p>
        )}
        {slot && roomOf(slot) > 0 && (
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => onTask({ kind: "book", slotId: slot.id })}
          >
            {t("bookHere")}
          </Button>
        )}
      </header>
      {visits.length > 0 && (
        <ul className="slot-visits">
          {visits.map((visit) => (
            <VisitRow key={visit.id} edition={edition} visit={visit} words={words} onTask={onTask} />
          ))}
        </ul>
      )}
    </section>
  );
}
