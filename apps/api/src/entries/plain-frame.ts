import { isInstant } from "./plain-entry.ts";
import type { EntriesEnvelope } from "./entries.service.ts";

const APP_VERSION = /^[\w.+ -]{1,64}$/;
const MOST_PENDING = 10_000_000;

/** The frame of a batch as kiosks send it; undefined for anything else, which the schema judges and explains. */
export function plainFrame(raw: unknown): EntriesEnvelope | undefined {
  // An array has something called entries too.
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return undefined;
  const frame = raw as Record<string, unknown>;
  for (const field in frame) {
    const value = frame[field];
    const isPlain = field === "entries" ? Array.isArray(value) : field === "device" && isReport(value);
    if (!isPlain) return undefined;
  }
  return frame["entries"] === undefined ? undefined : (frame as unknown as EntriesEnvelope);
}

function isReport(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const report = value as Record<string, unknown>;
  for (const field in report) if (!isPlainReport(field, report[field])) return false;
  return true;
}

function isPlainReport(field: string, value: unknown): boolean {
  if (field === "pending")
    return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_PENDING;
  if (field === "clock") return isInstant(value);
  if (field === "battery") return isBattery(value);
  return field === "appVersion" && typeof value === "string" && APP_VERSION.test(value);
}

function isBattery(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { level, charging, ...others } = value as Record<string, unknown>;
  const isLevel = typeof level === "number" && level >= 0 && level <= 1;
  return isLevel && typeof charging === "boolean" && Object.keys(others).length === 0;
}
