import type { EntryResult } from "@abwab/contract";
import type { OutboxRecord, Outcome, Refusal } from "./outbox-record.ts";

/** How often a void may hear `unknown_entry` for an entry that has settled before it is shown to a person. */
export const MOST_UNKNOWN_ANSWERS = 5;

export type Settlement =
  | { readonly to: "settled"; readonly outcome: Outcome }
  | { readonly to: "refused"; readonly refusal: Refusal }
  | { readonly to: "queued"; readonly unknownAnswers: number };

/**
 * What an answer makes of a record. `target` is the entry that a void takes back, as it stands after the same
 * answer: entries are settled before voids, here as on the server.
 */
export function settlementOf(record: OutboxRecord, result: EntryResult, target: OutboxRecord | undefined): Settlement {
  if (result.status !== "refused") return { to: "settled", outcome: result.status };
  if (record.kind === "void" && result.code === "unknown_entry") return settleUnknown(record, target);
  return {
    to: "refused",
    refusal: {
      code: result.code ?? "invalid",
      ...(result.message !== undefined && { message: result.message }),
      ...(result.errors !== undefined && { errors: result.errors }),
    },
  };
}

/** `unknown_entry` is not final: nothing was stored, and the void is sent again after its entry has settled. */
function settleUnknown(record: OutboxRecord, target: OutboxRecord | undefined): Settlement {
  if (target?.state === "refused") return { to: "settled", outcome: "not_needed" };
  const unknownAnswers = record.unknownAnswers ?? 0;
  if (target?.state === "queued") return { to: "queued", unknownAnswers };
  if (unknownAnswers + 1 >= MOST_UNKNOWN_ANSWERS) return { to: "refused", refusal: { code: "unknown_entry" } };
  return { to: "queued", unknownAnswers: unknownAnswers + 1 };
}
