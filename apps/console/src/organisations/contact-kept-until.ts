import type { Edition } from "@abwab/contract";

/** Days after the edition's last one until contacts are erased (P1). */
const CONTACT_KEPT_DAYS = 30;

/** The calendar day on which the contacts of an edition are erased; undefined while it has no days. */
export function contactKeptUntil({ days }: Pick<Edition, "days">): string | undefined {
  const last = days
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  if (last === undefined) return undefined;
  const until = new Date(`${last}T00:00:00Z`);
  until.setUTCDate(until.getUTCDate() + CONTACT_KEPT_DAYS);
  return until.toISOString().slice(0, 10);
}
