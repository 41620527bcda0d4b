import { type EntryItem, type EntryResult, inputErrors, newEntry, newVoid } from "@abwab/contract";
import { plainEntry } from "./plain-entry.ts";

export type CheckedItem = { ok: true; item: EntryItem } | { ok: false; result: EntryResult };

/** Checks one item of a batch by itself, so that a bad one leaves the others standing (E4). */
export function checkItem(raw: unknown): CheckedItem {
  const plain = plainEntry(raw);
  if (plain !== undefined) return { ok: true, item: plain };
  const isVoid = typeof raw === "object" && raw !== null && "voids" in raw;
  const checked = isVoid ? newVoid.safeParse(raw) : newEntry.safeParse(raw);
  if (checked.success) return { ok: true, item: checked.data };
  const errors = inputErrors(checked.error);
  const message = errors.map((error) => `${error.path || "item"}: ${error.message}`).join("; ");
  return { ok: false, result: { id: idOf(raw), status: "refused", flags: [], code: "invalid", message, errors } };
}

function idOf(raw: unknown): string | null {
  return typeof raw === "object" && raw !== null && "id" in raw && typeof raw.id === "string" ? raw.id : null;
}
