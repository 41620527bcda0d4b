import { elJadida2025 } from "./el-jadida-2025.ts";
import { openDays } from "./open-days.ts";
import type { SampleEdition } from "./sample-edition.ts";

/** Whose calendar says what today is. */
export const sampleTimeZone = "Africa/Casablanca";

/** The editions a fresh installation begins with; `today` is the calendar day in their time zone, YYYY-MM-DD. */
export function sampleEditions(today: string): SampleEdition[] {
  return [elJadida2025(), openDays(today)];
}
