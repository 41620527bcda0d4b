import { between, newId } from "./chance.ts";
import type { Item } from "./journal.ts";
import type { Kiosk } from "./kiosk.ts";

/**
 * Delivers items in this order and in pieces of any size, each fifth piece twice, as no single outbox would: a void
 * may come long before its entry. One whose entry is not known yet goes to the end.
 */
export async function deliverPiecemeal(kiosk: Kiosk, items: readonly Item[], random: () => number): Promise<void> {
  const queue = [...items];
  while (queue.length > 0) {
    const piece = queue.splice(0, between(random, 1, 40));
    const { results } = await kiosk.deliver(piece);
    const unknown = new Set(results.filter(({ code }) => code === "unknown_entry").map(({ id }) => id));
    queue.push(...piece.filter(({ id }) => unknown.has(id)));
    if (random() < 0.2) await kiosk.deliver(piece);
  }
}

/** The void that takes an entry back. */
export const aVoidOf = (entryId: string, occurredAt: string, random: () => number): Item => ({
  id: newId(random),
  voids: entryId,
  occurredAt,
});
