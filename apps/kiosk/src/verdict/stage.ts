import type { Direction } from "@abwab/contract";
import type { PassKind, VerdictReason } from "@abwab/domain";

/** What the screen says of a pass. */
export interface PassOnScreen {
  readonly kind: PassKind;
  readonly category: string;
  /** Of a group its organisation, of an accreditation its duty. */
  readonly label: string | null;
}

export interface Heads {
  readonly pupils: number;
  readonly adults: number;
}

/** How a scan ended. `attention` is neither yes nor no: the person at the door decides (A2). */
export type Tone = "admitted" | "refused" | "attention";

export interface Verdict {
  readonly tone: Tone;
  /**
   * `already_read`: the same code is still, or again, in front of the kiosk. `counted_unbooked`: a group came in that
   * could not be booked, and was counted without its name.
   */
  readonly reason: VerdictReason | "already_read" | "counted_unbooked";
  readonly direction: Direction;
  readonly pass: PassOnScreen | null;
  /** How many of them were counted. */
  readonly counted: number;
  /** Of a group: how many may still come, where that is limited and known. */
  readonly groupLeft: number | null;
  /** Entries that an undo takes back. */
  readonly entries: readonly string[];
  /** What a person may do in spite of it. */
  readonly choices: readonly Choice[];
}

/**
 * `let_in`: it could not be checked, and the person at the door says yes; `turn_away`: no. `went_in`: refused, and in
 * all the same. `once_more`: the code was read before and is meant again. `other_number`: the group comes with fewer.
 */
export type Choice = "let_in" | "turn_away" | "went_in" | "once_more" | "other_number";

/** What stands on the screen of a kiosk that looks at passes. */
export type Stage =
  | { readonly at: "ready" }
  | { readonly at: "checking" }
  | {
      readonly at: "group";
      readonly direction: Direction;
      readonly pass: PassOnScreen;
      /** What the pass says; null where its code was typed and nothing of it is known here. */
      readonly planned: Heads | null;
      /** What is offered: that, less who is known to have come. */
      readonly offered: Heads;
      /** How many may still come in; null where nothing limits them. */
      readonly left: number | null;
    }
  | { readonly at: "origin"; readonly pass: PassOnScreen | null }
  | { readonly at: "verdict"; readonly verdict: Verdict };

export const ready: Stage = { at: "ready" };
