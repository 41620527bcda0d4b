import type { Edition, Slot } from "@abwab/contract";
import { formatDate, useLanguage, useMessages } from "@abwab/ui";
import { NativeSelect, SimpleGrid } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useHours } from "./use-hours.ts";
import { roomOf } from "./visit-board.ts";
import { visitMessages } from "./visit-messages.ts";
import { slotsQuery } from "./visit-queries.ts";

export interface SlotFieldProps {
  edition: Edition;
  day: string;
  onDay: (day: string) => void;
  /** A slot's id; null without one. */
  value: string | null;
  onChange: (slotId: string | null) => void;
  /** People that the visit itself has on the slot already. */
  ownPeople?: { readonly slotId: string | null; readonly people: number };
  /** How many are to come: whether the slot has room for them is said at once. */
  people: number;
  /** Whether it may be left without a slot: only who stands at the gate already may. */
  optional: boolean;
  error: string | undefined;
}

/** Which day and which slot, each with the room it has left. */
export function SlotField({
  edition,
  day,
  onDay,
  value,
  onChange,
  ownPeople,
  people,
  optional,
  error,
}: SlotFieldProps) {
  const t = useMessages(visitMessages);
  const { language } = useLanguage();
  const hours = useHours(edition);
  const { data: slots = [] } = useQuery(slotsQuery(edition.slug, day, ""));
  const roomIn = (slot: Slot) => roomOf(slot) + (ownPeople?.slotId === slot.id ? ownPeople.people : 0);
  const chosen = slots.find(({ id }) => id === value);
  const tooSmall = chosen && people > roomIn(chosen);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <NativeSelect
        label={t("day")}
        value={day}
        onChange={(event) => {
          onDay(event.currentTarget.value);
          onChange(null);
        }}
        data={edition.days.map(({ date }) => ({ value: date, label: formatDate(date, language, "long") }))}
      />
      <NativeSelect
        label={t("slot")}
        required={!optional}
        value={value ?? ""}
        onChange={(event) => onChange(event.currentTarget.value === "" ? null : event.currentTarget.value)}
        data={[
          { value: "", label: t(optional ? "noSlotChoice" : "chooseSlot") },
          ...slots.map((slot) => ({
            value: slot.id,
            label: t("slotChoice", {
              hours: hours(slot),
              zone: slot.zone,
              room: t("roomLeft", { count: roomIn(slot) }),
            }),
          })),
        ]}
        error={tooSmall ? t("slotTooSmall", { room: t("roomLeft", { count: roomIn(chosen) }) }) : error}
      />
    </SimpleGrid>
  );
}
