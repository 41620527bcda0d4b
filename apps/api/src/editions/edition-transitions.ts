import type { EditionStatus } from "@abwab/contract";

/** What an edition may become. None ever goes back to a draft: what was counted stays counted. */
const TRANSITIONS: Record<EditionStatus, readonly EditionStatus[]> = {
  draft: ["open", "archived"],
  open: ["closed"],
  closed: ["open", "archived"],
  archived: ["closed"],
};

export const mayBecome = (from: EditionStatus, to: EditionStatus): boolean =>
  from === to || TRANSITIONS[from].includes(to);
