import type { Client } from "@abwab/api-client";
import { routes, type HistoryStep, type Zone } from "@abwab/contract";
import type { ExpectedCounts, Flow } from "./expected-counts.ts";

export interface Difference {
  /** What is compared: a day and a zone, or a total. */
  readonly what: string;
  readonly file: number;
  readonly counted: number;
}

export interface Comparison {
  readonly compared: number;
  readonly differences: Difference[];
}

const minute = 60_000;

/** Compares the service's counts of each day, each zone in it, and their totals with the file's. */
export async function compareDays(
  staff: Client,
  slug: string,
  zones: readonly Zone[],
  expected: ExpectedCounts,
): Promise<Comparison> {
  const found = new Findings();
  const sites = codesOfKind(zones, "site");
  const pavilions = codesOfKind(zones, "pavilion");
  for (const day of expected.days) {
    const { zones: rows, totals } = await staff.call(routes.counts, { params: { slug }, query: { day } });
    for (const row of rows) {
      const flow = expected.of(day, row.zone);
      found.compare(`${day} ${row.zone} entered`, flow.entered, row.enteredToday);
      found.compare(`${day} ${row.zone} exited`, flow.exited, row.exitedToday);
    }
    found.compare(`${day} visits`, expected.entered(sites, day), totals.visitsToday);
    found.compare(`${day} pavilion visits`, expected.entered(pavilions, day), totals.pavilionVisitsToday);
    if (day !== expected.days.at(-1)) continue;
    found.compare("all days, visits", expected.entered(sites), totals.visitsEdition);
    found.compare("all days, pavilion visits", expected.entered(pavilions), totals.pavilionVisitsEdition);
  }
  return found;
}

/** Compares each zone's history between two moments (ms since the epoch, whole minutes) with the file's. */
export async function compareHistory(
  staff: Client,
  slug: string,
  between: readonly [number, number],
  expected: ExpectedCounts,
): Promise<Comparison> {
  const found = new Findings();
  const from = Math.floor(between[0] / minute) * minute;
  const to = Math.ceil(between[1] / minute) * minute;
  for (const zone of expected.zones) {
    const query = { zone, from: new Date(from).toISOString(), to: new Date(to).toISOString(), step: stepFor(from, to) };
    const { points } = await staff.call(routes.history, { params: { slug }, query });
    const counted = points.reduce<Flow>(
      (sum, point) => ({ entered: sum.entered + point.entered, exited: sum.exited + point.exited }),
      { entered: 0, exited: 0 },
    );
    found.compare(`history ${zone} entered`, expected.ofZone(zone).entered, counted.entered);
    found.compare(`history ${zone} exited`, expected.ofZone(zone).exited, counted.exited);
  }
  return found;
}

class Findings implements Comparison {
  compared = 0;
  readonly differences: Difference[] = [];

  compare(what: string, file: number, counted: number): void {
    this.compared += 1;
    if (file !== counted) this.differences.push({ what, file, counted });
  }
}

const codesOfKind = (zones: readonly Zone[], kind: Zone["kind"]): string[] =>
  zones.filter((zone) => zone.kind === kind).map((zone) => zone.code);

/** The longest step whose buckets begin and end exactly at both moments. */
function stepFor(from: number, to: number): HistoryStep {
  const fits = (ms: number): boolean => from % ms === 0 && to % ms === 0;
  if (fits(60 * minute)) return "1h";
  return fits(10 * minute) ? "10m" : "1m";
}
