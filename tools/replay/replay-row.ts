import type { Direction } from "@abwab/contract";

/** One row of a replay file: so many people through one checkpoint in one slot of time. */
export interface ReplayRow {
  /** Line of the file, the header being line 1. */
  readonly line: number;
  /** Start of the slot, ms since the epoch. */
  readonly slotStart: number;
  readonly zone: string;
  readonly checkpoint: string;
  readonly direction: Direction;
  readonly headcount: number;
}
