import { existsSync } from "node:fs";
import path from "node:path";
import { type Client, createClient } from "@abwab/api-client";
import { type EntriesRequest, routes } from "@abwab/contract";
import { entryId } from "../../tools/replay/entry-id.ts";
import { readRows } from "../../tools/replay/read-rows.ts";
import type { ReplayRow } from "../../tools/replay/replay-row.ts";

type Item = EntriesRequest["entries"][number];

/** The edition of the sample data that the file is of. */
export const REPLAYED = "el-jadida-2025";
export const replayFile = path.resolve(import.meta.dirname, "../../../shared/data/el-jadida-2025-replay.csv");

const BATCH = 500;
const AT_ONCE = 4;
/** As many people as one entry may stand for: the file's 12 million then come in some 30,000 entries. */
const PARTY = 1_000;

/** Runs where the file of five days is there, and says so where it is not. */
export function withReplayFile(title: string, work: () => Promise<void>, timeoutMs?: number): void {
  if (existsSync(replayFile)) return test(title, work, timeoutMs);
  const skipped = test.skip;
  skipped(`${title} (skipped: there is no ${path.relative(process.cwd(), replayFile)})`, work);
}

/** Records the whole file through the public API, with an integrator's token. Returns its rows. */
export async function recordFile(staff: Client, baseUrl: string): Promise<ReplayRow[]> {
  const body = { name: "replay", role: "organiser", edition: REPLAYED } as const;
  const { token } = await staff.call(routes.createApiToken, { body });
  const sender = createClient({ baseUrl, token, timeoutMs: 60_000 });
  const rows: ReplayRow[] = [];
  const items: Item[] = [];
  for await (const row of readRows(replayFile)) {
    rows.push(row);
    items.push(...itemsOf(row));
  }
  const batches = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
  const send = async (): Promise<void> => {
    for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
      const request = { edition: REPLAYED, entries: batch };
      const { results } = await sender.call(routes.recordEntries, { body: request });
      expect(results.filter(({ status }) => status !== "recorded")).toEqual([]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  return rows;
}

/** A row's people in its slot's first minute. */
function itemsOf({ checkpoint, direction, headcount, slotStart }: ReplayRow): Item[] {
  return Array.from({ length: Math.ceil(headcount / PARTY) }, (_, index) => {
    const at = slotStart + index * 100;
    return {
      id: entryId(at, `${checkpoint}/${direction}/${slotStart}/${index}`),
      checkpoint,
      direction,
      headcount: Math.min(PARTY, headcount - index * PARTY),
      occurredAt: new Date(at).toISOString(),
    };
  });
}
