import { MAX_ENTRIES_PER_REQUEST } from "@abwab/contract";
import type { ReplayEntry } from "./entries-of-row.ts";
import type { KioskSender } from "./kiosk-sender.ts";
import type { ReplayRow } from "./replay-row.ts";

/** Sends everything as fast as the service takes it; each kiosk collects a full batch before it sends. */
export async function playAtOnce(
  rows: AsyncIterable<ReplayRow>,
  entriesOf: (row: ReplayRow) => Iterable<ReplayEntry>,
  sender: Pick<KioskSender, "send" | "drain">,
): Promise<void> {
  const waiting = new Map<string, ReplayEntry[]>();
  for await (const row of rows) {
    let batch = waiting.get(row.checkpoint) ?? [];
    for (const entry of entriesOf(row)) {
      batch.push(entry);
      if (batch.length === MAX_ENTRIES_PER_REQUEST) {
        await sender.send(row.checkpoint, batch);
        batch = [];
      }
    }
    waiting.set(row.checkpoint, batch);
  }
  for (const [checkpoint, batch] of waiting) if (batch.length > 0) await sender.send(checkpoint, batch);
  await sender.drain();
}
