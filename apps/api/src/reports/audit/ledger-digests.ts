import { createHash } from "node:crypto";
import type { AuditedDay } from "./audit-figures.ts";

/**
 * One digest of several days: that of the lines which `sha256sum` prints of their files, each named after its day, in
 * the order of the days. Returns null while a day's is still being made.
 */
export function digestOfDays(days: readonly Pick<AuditedDay, "day" | "examination">[]): string | null {
  const hash = createHash("sha256");
  for (const { day, examination } of days) {
    if (examination === null) return null;
    hash.update(`${examination.digest.toString("hex")}  ${day}.jsonl\n`);
  }
  return days.length === 0 ? null : hash.digest("hex");
}
