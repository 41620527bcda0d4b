import type { NewCheckpoint, NewEdition, NewOperator, NewOrganisation, NewSlots, NewZone } from "@abwab/contract";
import type { SamplePass } from "./sample-gate.ts";

export interface SampleEdition {
  readonly edition: NewEdition;
  readonly zones: readonly NewZone[];
  readonly checkpoints: readonly NewCheckpoint[];
  /** Where it is there already and today is none of its days, its days from today on are appended. */
  readonly movesWithToday?: true;
  /** What its gates are tried with. */
  readonly gate?: {
    readonly visitors: number;
    readonly passes: readonly SamplePass[];
    readonly operators: readonly NewOperator[];
  };
  /** Who comes, or may come. */
  readonly organisations?: readonly NewOrganisation[];
  /** When its schools come: a row of slots on each of its days, which they are put on. */
  readonly slots?: Omit<NewSlots, "days">;
}
