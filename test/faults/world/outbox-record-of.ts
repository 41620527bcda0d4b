import type { OutboxRecord } from "../../../apps/kiosk/src/outbox/outbox-record.ts";
import type { Item } from "./journal.ts";

/** An item as the kiosk's outbox would hold it, whatever the item itself says. */
export function recordOf(item: Item, { edition, checkpoint }: { edition: string; checkpoint: string }): OutboxRecord {
  const madeAt = Date.now();
  const day = new Date(madeAt).toISOString().slice(0, 10);
  const made = { id: item.id, edition, checkpoint, day, category: "public", madeAt, item, state: "queued" } as const;
  if ("voids" in item) return { ...made, kind: "void", direction: "in", headcount: 0, voids: item.voids };
  return { ...made, kind: "entry", direction: item.direction, headcount: item.headcount };
}
