import { seededRandom } from "../virtual-kiosk/seeded-random.ts";
import { entryId } from "./entry-id.ts";
import type { ReplayRow } from "./replay-row.ts";
import { splitHeadcount } from "./split-headcount.ts";

/** What makes one replay's entries differ from another's. */
export interface ReplayIdentity {
  readonly edition: string;
  readonly seed: string;
  readonly slotMs: number;
}

export interface ReplayEntry {
  readonly id: string;
  readonly checkpoint: string;
  readonly direction: "in" | "out";
  readonly headcount: number;
  readonly occurredAt: string;
}

/** A row's entries in the order they happened, spread over its slot; their headcounts add up to the row's. */
export function* entriesOfRow(row: ReplayRow, { edition, seed, slotMs }: ReplayIdentity): Generator<ReplayEntry> {
  const name = `${seed}/${edition}/${row.checkpoint}/${row.direction}/${row.slotStart}`;
  const random = seededRandom(name);
  const parties = splitHeadcount(row.headcount, random);
  const gap = slotMs / parties.length;
  for (const [index, headcount] of parties.entries()) {
    const occurredAt = row.slotStart + Math.floor((index + random()) * gap);
    yield {
      id: entryId(occurredAt, `${name}/${index}`),
      checkpoint: row.checkpoint,
      direction: row.direction,
      headcount,
      occurredAt: new Date(occurredAt).toISOString(),
    };
  }
}
