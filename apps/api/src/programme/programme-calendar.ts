import type { DocumentLocale } from "@abwab/contract";

/** What an entry of a calendar says. */
export interface CalendarEvent {
  id: string;
  title: string;
  /** Name of the hall. */
  place: string;
  description: string;
  category: string;
  /** ms since the epoch. */
  startsAt: number;
  endsAt: number;
  changedAt: number;
}

const LINE_OCTETS = 75;

/** iCalendar (RFC 5545): text/calendar, its lines ended by CRLF and folded at 75 octets. */
export function calendarOf(name: string, locale: DocumentLocale, events: readonly CalendarEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Abwab//Programme//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => [
      "BEGIN:VEVENT",
      `UID:${event.id}@abwab`,
      `DTSTAMP:${utc(event.changedAt)}`,
      `LAST-MODIFIED:${utc(event.changedAt)}`,
      `DTSTART:${utc(event.startsAt)}`,
      `DTEND:${utc(event.endsAt)}`,
      `SUMMARY;LANGUAGE=${locale}:${escaped(event.title)}`,
      `LOCATION;LANGUAGE=${locale}:${escaped(event.place)}`,
      ...(event.description === "" ? [] : [`DESCRIPTION;LANGUAGE=${locale}:${escaped(event.description)}`]),
      `CATEGORIES;LANGUAGE=${locale}:${escaped(event.category)}`,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** `20250517T090000Z` (3.3.5, form 2). */
const utc = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

/** Text as a value (3.3.11); what is no line break but steers a printer has no place in it. */
export const escaped = (text: string): string =>
  [...text.replaceAll(/\r\n?/g, "\n")]
    .filter((letter) => letter === "\n" || letter === "\t" || !/\p{Cc}/u.test(letter))
    .join("")
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll("\n", "\\n");

/** A line in pieces of at most 75 octets, each but the first after a blank (3.1); no letter is cut in two. */
export function folded(line: string): string {
  const pieces = [""];
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > LINE_OCTETS) {
      pieces.push("");
      // The blank that begins a piece counts too.
      octets = 1;
    }
    pieces[pieces.length - 1] += letter;
    octets += size;
  }
  return pieces.join("\r\n ");
}
