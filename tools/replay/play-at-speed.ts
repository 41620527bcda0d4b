import { setTimeout as delay } from "node:timers/promises";
import { MAX_ENTRIES_PER_REQUEST } from "@abwab/contract";
import type { ReplayEntry } from "./entries-of-row.ts";
import type { KioskSender } from "./kiosk-sender.ts";
import type { ReplayRow } from "./replay-row.ts";

/** How often each kiosk sends what has happened since. */
const tickMs = 500;

export interface Pace {
  /** Times real time. */
  readonly speed: number;
  /** The moment of the file at which playing begins, ms since the epoch. */
  readonly firstSlot: number;
  readonly slotMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly now?: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
}

interface Stream {
  readonly checkpoint: string;
  readonly entries: Iterator<ReplayEntry>;
  next: ReplayEntry | undefined;
}

/** Sends each entry when its moment has come. The rows are in the order of time; one slot is in memory at once. */
export async function playAtSpeed(
  rows: AsyncIterable<ReplayRow>,
  entriesOf: (row: ReplayRow) => Iterable<ReplayEntry>,
  sender: Pick<KioskSender, "send" | "drain">,
  pace: Pace,
): Promise<void> {
  const now = pace.now ?? Date.now;
  const wait = pace.wait ?? ((ms: number) => delay(ms, undefined, { signal: pace.signal }));
  const begun = now();
  const fileTime = (): number => pace.firstSlot + (now() - begun) * pace.speed;

  let streams: Stream[] = [];
  let moment = pace.firstSlot;
  const playSlot = async (end: number): Promise<void> => {
    while (streams.length > 0 || fileTime() < end) {
      // A service that is slower than asked is not waited for: what is due goes out at once.
      if (fileTime() < end) await wait(Math.min(tickMs, (end - fileTime()) / pace.speed + 1));
      streams = await sendDue(streams, Math.min(fileTime(), end), sender);
    }
  };

  for await (const row of rows) {
    if (row.slotStart > moment) await playSlot((moment = row.slotStart));
    const entries = entriesOf(row)[Symbol.iterator]();
    streams.push({ checkpoint: row.checkpoint, entries, next: step(entries) });
  }
  await playSlot(moment + pace.slotMs);
  await sender.drain();
}

/** Sends what happened up to `moment`; answers the streams that have more. */
async function sendDue(streams: Stream[], moment: number, sender: Pick<KioskSender, "send">): Promise<Stream[]> {
  for (const stream of streams) {
    let batch: ReplayEntry[] = [];
    while (stream.next && Date.parse(stream.next.occurredAt) <= moment) {
      batch.push(stream.next);
      stream.next = step(stream.entries);
      if (batch.length === MAX_ENTRIES_PER_REQUEST) {
        await sender.send(stream.checkpoint, batch);
        batch = [];
      }
    }
    if (batch.length > 0) await sender.send(stream.checkpoint, batch);
  }
  return streams.filter((stream) => stream.next);
}

function step(entries: Iterator<ReplayEntry>): ReplayEntry | undefined {
  const result = entries.next();
  return result.done ? undefined : result.value;
}
