import { EARLIEST_INSTANT, type DeviceReport } from "@abwab/contract";

/** What the kiosk says of itself with every request; `pending` counts what will still wait after it. */
export function deviceReportAt(now: number, pending: number, appVersion: string): DeviceReport {
  const report = { pending: Math.max(0, pending), appVersion };
  // A clock before 2000 (an empty battery) is no time of this world and would be refused with all that comes with it.
  return now < EARLIEST_INSTANT ? report : { ...report, clock: new Date(now).toISOString() };
}
