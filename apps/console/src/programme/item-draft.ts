import type { Edition, NewProgrammeItem, ProgrammeItem, ProgrammeKind, Names } from "@abwab/contract";
import { addDays, createCalendar } from "@abwab/domain";
import { noNames } from "../app/names-fields.tsx";
import { momentOf } from "../pavilion/moment-field.tsx";

/** What the form of an item holds; the hours are `HH:MM` in the edition's time. */
export interface ItemDraft {
  kind: ProgrammeKind;
  names: Names;
  zone: string | null;
  date: string;
  from: string;
  to: string;
  speakers: { name: string; affiliation: string }[];
  expected: number | null;
  attended: number | null;
}

export const emptyItem = (date: string): ItemDraft => ({
  kind: "seminar",
  names: noNames,
  zone: null,
  date,
  from: "10:00",
  to: "11:00",
  speakers: [],
  expected: null,
  attended: null,
});

export function itemDraftOf(edition: Edition, item: ProgrammeItem): ItemDraft {
  const [from, to] = [item.startsAt, item.endsAt].map((at) => momentOf(edition, Date.parse(at)));
  return {
    kind: item.kind,
    names: item.names,
    zone: item.zone,
    date: from?.slice(0, 10) ?? "",
    from: from?.slice(11) ?? "",
    to: to?.slice(11) ?? "",
    speakers: item.speakers.map(({ name, affiliation }) => ({ name, affiliation: affiliation ?? "" })),
    expected: item.expected,
    attended: item.attended,
  };
}

const isHour = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** What the contract's schema is to check. An end not after the start is on the next date. */
export function itemBodyOf(
  edition: Edition,
  draft: ItemDraft,
): Omit<NewProgrammeItem, "zone"> & { zone: string | null } {
  const { date, from, to, speakers, ...rest } = draft;
  const calendar = createCalendar(edition.timeZone, edition.dayCutoff);
  const instant = (day: string, hour: string) =>
    day === "" || !isHour(hour) ? "" : new Date(calendar.instantOf(day, hour)).toISOString();
  return {
    ...rest,
    startsAt: instant(date, from),
    endsAt: instant(date === "" || to > from ? date : addDays(date, 1), to),
    speakers: speakers.map(({ name, affiliation }) => ({
      name,
      affiliation: affiliation.trim() === "" ? null : affiliation,
    })),
  };
}
