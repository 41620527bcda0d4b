import type {
  NewCheckpoint,
  NewEdition,
  NewOperator,
  NewOrganisation,
  NewProgrammeItem,
  NewSlots,
  NewZone,
} from "@abwab/contract";
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
  /** What takes place on its days. */
  readonly programme?: (days: readonly string[], timeZone: string) => NewProgrammeItem[];
  /** When its schools come: a row of slots on each of its days, which they are put on. */
  readonly slots?: Omit<NewSlots, "days">;
}
