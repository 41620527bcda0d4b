import { addDays, type CountedDay, curveOf, type DayCurve } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { MinuteCount, OutlookSnapshot } from "./outlook.repository.ts";

const MINUTE = 60_000;
const MOST_KNOWN = 500;

/** A day of an edition with what came in each of its minutes. */
export interface MinutesOfDay {
  curve: DayCurve;
  minutes: readonly MinuteCount[];
}

/** The minutes of days. Those of a day are kept for as long as no commit has counted anything on it. */
@Injectable()
export class DayMinutes {
  private readonly known = new Map<string, { state: string; minutes: readonly MinuteCount[] }>();

  /** The edition's days up to one, in order; a day on which nothing was counted is there too. */
  async upTo(snapshot: OutlookSnapshot, edition: EditionConfiguration, last: string): Promise<MinutesOfDay[]> {
    const days: MinutesOfDay[] = [];
    for (const [index, { date }] of edition.days.entries()) {
      const hours = edition.openIntervals[index];
      if (hours === undefined || date > last) continue;
      const from = edition.calendar.startOf(date);
      const to = edition.calendar.startOf(addDays(date, 1));
      const minutes = await this.minutes(snapshot, edition.id, date, from, to);
      const counts = Array.from({ length: Math.round((to - from) / MINUTE) }, () => 0);
      for (const { at, visits } of minutes) counts[(at - from) / MINUTE] = visits;
      const day: CountedDay = { date, hours, from, stepMs: MINUTE, counts };
      days.push({ curve: curveOf(day), minutes });
    }
    return days.toSorted((a, b) => a.curve.date.localeCompare(b.curve.date));
  }

  private async minutes(
    snapshot: OutlookSnapshot,
    editionId: number,
    date: string,
    from: number,
    to: number,
  ): Promise<readonly MinuteCount[]> {
    const state = snapshot.days.find((each) => each.editionId === editionId && each.day === date)?.state;
    if (state === undefined) return [];
    // Hours and cut-off may have been changed: another span is another key.
    const key = `${editionId} ${from} ${to}`;
    const known = this.known.get(key);
    if (known?.state === state) return known.minutes;
    const minutes = await snapshot.minutes(editionId, from, to);
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(key, { state, minutes });
    return minutes;
  }
}
