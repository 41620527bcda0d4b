import type { DeviceConfiguration } from "@abwab/contract";
import { createCalendar, isWithin, openIntervals } from "@abwab/domain";

/** As long after its start a kiosk without sign-on is taken to be not at work yet. */
const SETTLING_MS = 8_000;

export interface Work {
  readonly configuration: Pick<DeviceConfiguration, "edition" | "operators">;
  readonly onDuty: boolean;
  readonly startedAt: number;
  /** Of the last entry made here. */
  readonly lastEntryAt: number | undefined;
  readonly pending: number;
  readonly now: number;
}

/**
 * Whether nobody is disturbed by a kiosk that starts anew: where staff sign on, while none is on duty; elsewhere
 * right after its start, or outside the edition's hours.
 */
export function isBetweenShifts({ configuration, onDuty, startedAt, lastEntryAt, pending, now }: Work): boolean {
  if (pending > 0) return false;
  const { edition, operators } = configuration;
  if (operators.length > 0) return !onDuty;
  const untouched = lastEntryAt === undefined || lastEntryAt < startedAt;
  if (untouched && now - startedAt < SETTLING_MS) return true;
  const calendar = createCalendar(edition.timeZone, edition.dayCutoff);
  return !isWithin(openIntervals(calendar, edition.days), now);
}
