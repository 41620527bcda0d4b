import type { CountRow } from "@abwab/contract";
import type { Exchange, WaitingTally } from "../outbox/index.ts";

/** A row of the service and the moment it speaks of. */
export interface DatedRow {
  readonly row: CountRow;
  readonly asOf: string;
}

/** What the kiosk shows: the service's figures and, on top, what still waits here. */
export interface ShownFigures {
  readonly entered: number;
  readonly exited: number;
  /** null where the zone counts no exits. */
  readonly inside: number | null;
  readonly perMinute: number;
  readonly asOf: string;
}

/** The later of what the last answer said and what the socket said, for the kiosk's own zone. */
export function latestRow(
  zone: string,
  exchange: Exchange | undefined,
  live: DatedRow | undefined,
): DatedRow | undefined {
  const answered = exchange?.row ? { row: exchange.row, asOf: exchange.serverTime } : undefined;
  const rows = [answered, live].filter((dated): dated is DatedRow => dated?.row.zone === zone);
  return rows.reduce<DatedRow | undefined>(
    (latest, dated) => (latest && Date.parse(latest.asOf) > Date.parse(dated.asOf) ? latest : dated),
    undefined,
  );
}

/** What waits of the present checkpoint and day; entries of yesterday are no visits of today. */
export function waitingToday(waiting: readonly WaitingTally[], checkpoint: string, day: string) {
  const here = waiting.find((tally) => tally.checkpoint === checkpoint && tally.day === day);
  return { in: here?.in ?? 0, out: here?.out ?? 0 };
}

export function shownFigures(dated: DatedRow, waiting: { in: number; out: number }): ShownFigures {
  const { row, asOf } = dated;
  return {
    entered: row.enteredToday + waiting.in,
    exited: row.exitedToday + waiting.out,
    inside: row.inside === null ? null : row.inside + waiting.in - waiting.out,
    perMinute: row.perMinute,
    asOf,
  };
}

/** The service speaks every ten seconds at least; a figure this much older looks old (C4). */
const OLD_MS = 30_000;

/** Whether a figure is too old to go by, at `now` by the service's clock. */
export const isOld = (asOf: string, now: number): boolean => now - Date.parse(asOf) > OLD_MS;
