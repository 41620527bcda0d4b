import type { Direction } from "@abwab/contract";
import { FatalError } from "../start/fatal-error.ts";
import type { ReplayRow } from "./replay-row.ts";

const shortestSlotMs = 60_000;
/** Taken where a file has one slot only. */
const usualSlotMs = 600_000;

export interface CheckpointInFile {
  readonly zone: string;
  readonly directions: ReadonlySet<Direction>;
  /** Where it first stands. */
  readonly line: number;
}

/** What one reading of a replay file says about it. */
export interface Survey {
  readonly rows: number;
  readonly people: number;
  readonly slotMs: number;
  readonly firstSlot: number;
  readonly lastSlot: number;
  readonly lastLine: number;
  /** First line that goes back in time; undefined in a file that is in order. */
  readonly disorderedLine: number | undefined;
  readonly checkpoints: ReadonlyMap<string, CheckpointInFile>;
}

/** Reads a file through once and checks what no single row can tell. Keeps a number for each row in memory. */
export async function surveyFile(file: string, rows: AsyncIterable<ReplayRow>): Promise<Survey> {
  const checkpoints = new Map<string, CheckpointInFile & { directions: Set<Direction> }>();
  const seen = new Map<string, Map<number, number>>();
  const slots = new Set<number>();
  let count = 0;
  let people = 0;
  let previous = Number.NEGATIVE_INFINITY;
  let last = { slotStart: Number.NEGATIVE_INFINITY, line: 0 };
  let disorderedLine: number | undefined;

  for await (const row of rows) {
    refuseRepetition(file, row, seen);
    const known = checkpoints.get(row.checkpoint);
    if (known && known.zone !== row.zone) {
      throw new FatalError(
        `${file}, line ${row.line}, column zone: ${row.checkpoint} belongs to ${known.zone} on line ${known.line}.`,
      );
    }
    if (known) known.directions.add(row.direction);
    else checkpoints.set(row.checkpoint, { zone: row.zone, directions: new Set([row.direction]), line: row.line });
    if (row.slotStart < previous) disorderedLine ??= row.line;
    previous = row.slotStart;
    if (row.slotStart > last.slotStart) last = row;
    slots.add(row.slotStart);
    count += 1;
    people += row.headcount;
  }
  if (count === 0) throw new FatalError(`${file} has no rows to replay.`);
  const starts = [...slots].sort((a, b) => a - b);
  return {
    rows: count,
    people,
    slotMs: slotLength(starts),
    firstSlot: starts[0] as number,
    lastSlot: last.slotStart,
    lastLine: last.line,
    disorderedLine,
    checkpoints,
  };
}

/** Two rows for one slot would get the same entries, which would then count once. */
function refuseRepetition(file: string, row: ReplayRow, seen: Map<string, Map<number, number>>): void {
  const key = `${row.checkpoint} ${row.direction}`;
  let lines = seen.get(key);
  if (!lines) seen.set(key, (lines = new Map()));
  const earlier = lines.get(row.slotStart);
  if (earlier !== undefined) {
    throw new FatalError(
      `${file}, line ${row.line}, column slot_start: ${key} at this time stands on line ${earlier} already.`,
    );
  }
  lines.set(row.slotStart, row.line);
}

function slotLength(starts: number[]): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let index = 1; index < starts.length; index += 1) {
    shortest = Math.min(shortest, (starts[index] as number) - (starts[index - 1] as number));
  }
  return Number.isFinite(shortest) ? Math.max(shortest, shortestSlotMs) : usualSlotMs;
}
