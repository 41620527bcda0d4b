import type { NewCheckpoint, NewEdition, NewZone } from "@abwab/contract";

export interface SampleEdition {
  readonly edition: NewEdition;
  readonly zones: readonly NewZone[];
  readonly checkpoints: readonly NewCheckpoint[];
  /** Where it is there already and today is none of its days, its days from today on are appended. */
  readonly movesWithToday?: true;
}
