import { addDays, type Movement } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { AttendanceSnapshot, DayTally, QuarterRow } from "./attendance.repository.ts";

const MOST_KNOWN = 200;

/** A zone's day. */
export interface ZoneDay {
  day: string;
  movement: Movement;
  /** null where nobody came. */
  peak: { at: number; entered: number } | null;
}

/** What moved in a quarter of an hour, of whichever zone. */
export type QuarterOfZone = Omit<QuarterRow, "zoneId">;

/** Peaks and movements of zones by day. Those of a day are kept for as long as no commit has counted anything on it. */
@Injectable()
export class ZoneQuarters {
  private readonly known = new Map<string, { state: string; zones: ReadonlyMap<number, ZoneDay> }>();

  /** By zone. */
  async of(snapshot: AttendanceSnapshot, edition: EditionConfiguration): Promise<Map<number, ZoneDay[]>> {
    const days = new Map<number, ZoneDay[]>();
    for (const day of snapshot.days) {
      for (const [zone, zoneDay] of await this.zonesOf(snapshot, edition, day)) {
        days.set(zone, [...(days.get(zone) ?? []), zoneDay]);
      }
    }
    return days;
  }

  private async zonesOf(
    snapshot: AttendanceSnapshot,
    { id, calendar }: EditionConfiguration,
    { day, state }: DayTally,
  ): Promise<ReadonlyMap<number, ZoneDay>> {
    const from = calendar.startOf(day);
    const key = `${id} ${from}`;
    const known = this.known.get(key);
    if (known?.state === state) return known.zones;
    const rows = await snapshot.quarters(from, calendar.startOf(addDays(day, 1)));
    const zones = new Map<number, ZoneDay>();
    for (const [zone, quarters] of Map.groupBy(rows, ({ zoneId }) => zoneId)) zones.set(zone, zoneDayOf(day, quarters));
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(key, { state, zones });
    return zones;
  }
}

/** Of the quarters of an hour of one zone's day. */
export function zoneDayOf(day: string, quarters: readonly QuarterOfZone[]): ZoneDay {
  const sum = (figure: keyof Movement): number => quarters.reduce((total, quarter) => total + quarter[figure], 0);
  const busiest = quarters.reduce<QuarterOfZone | null>((best, each) => {
    if (each.entered <= 0) return best;
    const isBusier =
      best === null || each.entered > best.entered || (each.entered === best.entered && each.at < best.at);
    return isBusier ? each : best;
  }, null);
  return {
    day,
    movement: {
      entered: sum("entered"),
      exited: sum("exited"),
      enteredSeconds: sum("enteredSeconds"),
      exitedSeconds: sum("exitedSeconds"),
    },
    peak: busiest && { at: busiest.at, entered: busiest.entered },
  };
}
