import type { NewEntry } from "@abwab/contract";
import { z } from "zod";

const ID = z.regexes.guid;
const INSTANT = z.regexes.datetime({ offset: true });
const CHECKPOINT = /^[A-Z0-9]+(?:[-_][A-Z0-9]+)*$/;
const CATEGORY = /^[a-z][a-z0-9_]{0,31}$/;
const OPERATOR = /^[\w.:@-]{1,64}$/;
const LONGEST_PASS = 2048;
const EARLIEST_INSTANT = Date.UTC(1900, 0, 1);
const FURTHEST_OFFSET_MS = 4e12;

/**
 * An item as kiosks send it, told by hand at a fifth of the schema's cost; undefined for anything else, which the
 * schema judges and explains. It takes less than the schema does and never more.
 */
export function plainEntry(raw: unknown): NewEntry | undefined {
  if (typeof raw !== "object" || raw === null) return undefined;
  const entry = raw as Record<string, unknown>;
  for (const field in entry) if (!isPlain(field, entry[field])) return undefined;
  const { id, direction, headcount, occurredAt } = entry;
  if (id === undefined || direction === undefined || headcount === undefined || occurredAt === undefined)
    return undefined;
  entry["category"] ??= "public";
  entry["claim"] ??= "happened";
  return entry as unknown as NewEntry;
}

function isPlain(field: string, value: unknown): boolean {
  switch (field) {
    case "id":
      return typeof value === "string" && ID.test(value);
    case "checkpoint":
      return typeof value === "string" && value.length <= 32 && CHECKPOINT.test(value);
    case "direction":
      return value === "in" || value === "out";
    case "headcount":
      return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 1000;
    case "category":
      return typeof value === "string" && CATEGORY.test(value);
    case "pass":
      return typeof value === "string" && value.length >= 1 && value.length <= LONGEST_PASS;
    case "operator":
      return typeof value === "string" && OPERATOR.test(value);
    case "occurredAt":
      return isInstant(value);
    case "clockOffsetMs":
      return Number.isInteger(value) && Math.abs(value as number) <= FURTHEST_OFFSET_MS;
    case "claim":
      return value === "happened" || value === "ask";
    default:
      return false;
  }
}

/** As the contract's `instant`. */
export function isInstant(value: unknown): value is string {
  return typeof value === "string" && INSTANT.test(value) && Date.parse(value) >= EARLIEST_INSTANT;
}
