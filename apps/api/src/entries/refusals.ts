import type { EntryResult, RefusalCode } from "@abwab/contract";
import type { Refusal } from "./prepare-entry.ts";

const messages: Partial<Record<RefusalCode, string>> = {
  id_reused: "This id stands on the ledger with other content; the first stands.",
  unknown_entry: "There is no entry with this id yet; send the void again once its entry has settled.",
  void_not_allowed:
    "Only the device's own entry, within 15 minutes and once, can be taken back; of a refused ask there is nothing to take back.",
  expired: "This question is older than 15 seconds; say whether it happened.",
};

export function refusedResult(id: string, refusal: Refusal): EntryResult {
  return {
    id,
    status: "refused",
    flags: [],
    code: refusal.refused,
    message: refusal.message,
    ...(refusal.errors && { errors: refusal.errors }),
    ...(refusal.verdict && { verdict: refusal.verdict }),
  };
}

export function refusedAs(id: string, code: RefusalCode): EntryResult {
  return { id, status: "refused", flags: [], code, message: messages[code] ?? code };
}
