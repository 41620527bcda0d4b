import type { Names, ProgrammeKind, Speaker } from "@abwab/contract";

/** An item of the programme as it was planned. */
export interface StoredItem {
  id: string;
  zone: string;
  kind: ProgrammeKind;
  names: Names;
  /** ms since the epoch. */
  startsAt: number;
  endsAt: number;
  speakers: Speaker[];
  expected: number | null;
  attended: number | null;
  changedAt: number;
}
