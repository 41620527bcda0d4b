import { type Edition, PERSONAL_DATA_KEPT_DAYS } from "@abwab/contract";

/** The calendar day on which the contacts of an edition are erased (P1); undefined while it has no days. */
export function contactKeptUntil({ days }: Pick<Edition, "days">): string | undefined {
  const last = days
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  if (last === undefined) return undefined;
  const until = new Date(`${last}T00:00:00Z`);
  until.setUTCDate(until.getUTCDate() + PERSONAL_DATA_KEPT_DAYS);
  return until.toISOString().slice(0, 10);
}
