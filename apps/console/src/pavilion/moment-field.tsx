import type { Edition } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { useMessages } from "@abwab/ui";
import { TextInput } from "@mantine/core";
import { pavilionMessages } from "./pavilion-messages.ts";

/** A moment as the form holds it: `YYYY-MM-DDTHH:MM` in the edition's time. */
export function momentOf(edition: Edition, instant: number): string {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: edition.timeZone,
    dateStyle: "short",
    timeStyle: "short",
  });
  return parts.format(instant).replace(" ", "T");
}

/** The instant of a moment in the edition's time, as the wire has it; empty for a moment that isn't filled in. */
export function instantOf(edition: Edition, moment: string): string {
  if (moment === "") return "";
  const calendar = createCalendar(edition.timeZone, edition.dayCutoff);
  return new Date(calendar.instantOf(moment.slice(0, 10), moment.slice(11, 16))).toISOString();
}

export interface MomentFieldProps {
  edition: Edition;
  value: string;
  onChange: (moment: string) => void;
  error: string | undefined;
}

export function MomentField({ edition, value, onChange, error }: MomentFieldProps) {
  const t = useMessages(pavilionMessages);
  return (
    <TextInput
      type="datetime-local"
      required
      label={t("at")}
      description={t("atHint", { zone: edition.timeZone })}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}
