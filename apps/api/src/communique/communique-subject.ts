import type { CommuniqueFigure, Edition, MissingReason } from "@abwab/contract";
import type { ReadEdition } from "../reports/edition-reading.ts";
import type { KnownFigure } from "./edition-figures.ts";
import type { RecordClaim } from "./record-claim.ts";

/** All that a press release is written from. */
export interface CommuniqueSubject extends ReadEdition {
  edition: Edition;
  figures: ReadonlyMap<CommuniqueFigure, KnownFigure>;
  record: RecordClaim | null;
  /** Codes of provinces, those that most organisations came from first. */
  provinces: readonly string[];
  /** Calendar date that the release bears, `YYYY-MM-DD`. */
  date: string;
}

/** What stands in the text for a field; null with a reason where there is nothing to say. */
export type Said = { text: string; missing: null } | { text: null; missing: MissingReason };

export const said = (text: string): Said => ({ text, missing: null });
export const unsaid = (missing: MissingReason): Said => ({ text: null, missing });
