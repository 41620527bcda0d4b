import {
  ASK_EXPIRES_MS,
  entryFlags,
  type EntryFlag,
  type InputError,
  type NewEntry,
  type RefusalCode,
  type Verdict,
} from "@abwab/contract";
import { decide, isWithin, place, toBits } from "@abwab/domain";
import { hash } from "node:crypto";
import type {
  CheckpointConfiguration,
  EditionConfiguration,
  ZoneConfiguration,
} from "../editions/edition-configuration.ts";
import { ASKED, PASS_DROPPED } from "./ledger-bits.ts";
import type { Receipt, Sender } from "./sender.ts";

/** An entry as the ledger takes it. */
export interface PreparedEntry {
  id: string;
  zoneId: number;
  checkpointId: number;
  checkpointSent: boolean;
  direction: "in" | "out";
  headcount: number;
  category: string;
  /** ms since the epoch, as `placedAt`. */
  occurredAt: number;
  placedAt: number;
  day: string;
  /** Bits of `entryFlags` and of ledger-bits.ts. */
  flags: number;
  /** Beyond so many inside it is flagged `over_capacity`; null where that can't be known. */
  insideLimit: number | null;
  deviceId: string | null;
  authorId: string | null;
  /** SHA-256 of the pass in hex. */
  passDigest: string | null;
  origin: string | null;
  operator: string | null;
  /** Present for an ask. */
  verdict?: Verdict;
  /** When, by the server's clock: seconds count here, which a clock is off by without its entries being corrected. */
  askedAt?: number;
}

export interface Refusal {
  refused: RefusalCode;
  message: string;
  errors?: InputError[];
  verdict?: Verdict;
}

/** Resolves a checked entry against the edition: where it is counted, when, and with which flags; or why not. */
export function prepareEntry(
  item: NewEntry,
  edition: EditionConfiguration,
  sender: Sender,
  receipt: Receipt,
): PreparedEntry | Refusal {
  if (edition.status === "archived") {
    return { refused: "edition_archived", message: "This edition is archived and takes no more entries." };
  }
  if (!edition.categories.has(item.category)) {
    const message = `This edition has no category ${item.category}.`;
    return { refused: "invalid", message, errors: [{ path: "category", code: "unknown_category", message }] };
  }
  const checkpoint = resolveCheckpoint(item, edition, sender);
  if ("refused" in checkpoint) return checkpoint;
  if (!checkpoint.directions.has(item.direction)) {
    return { refused: "direction_not_allowed", message: `${checkpoint.code} does not count this direction.` };
  }
  const { zone } = checkpoint;
  const occurredAt = Date.parse(item.occurredAt);
  const offset = item.clockOffsetMs ?? offsetOf(sender, receipt);
  const { placedAt, skewed } = place(occurredAt, offset, receipt.receivedAt);
  // A4: where being seen is a risk, the pass is dropped before anything is kept.
  const pass = zone.policy.anonymousOnly === true ? undefined : item.pass;
  const verdict = item.claim === "ask" ? verdictOn(item, zone, pass, placedAt, edition) : undefined;

  const flags: EntryFlag[] = [];
  if (!isWithin(edition.openIntervals, placedAt)) flags.push("outside_hours");
  if (skewed) flags.push("clock_skew");
  if (pass !== undefined) flags.push("unknown_pass");
  if (edition.status === "draft") flags.push("rehearsal");

  return {
    id: item.id.toLowerCase(),
    zoneId: zone.id,
    checkpointId: checkpoint.id,
    checkpointSent: item.checkpoint !== undefined,
    direction: item.direction,
    headcount: item.headcount,
    category: item.category,
    occurredAt,
    placedAt,
    day: edition.calendar.dayOf(placedAt),
    flags: toBits(entryFlags, flags) | (pass === item.pass ? 0 : PASS_DROPPED) | (verdict ? ASKED : 0),
    insideLimit: zone.countsExits ? zone.capacity : null,
    deviceId: sender.kind === "device" ? sender.id : null,
    authorId: sender.kind === "token" ? sender.id : null,
    passDigest: pass === undefined ? null : digestOf(pass),
    origin: item.origin ?? null,
    operator: item.operator ?? null,
    ...(verdict && { verdict, askedAt: occurredAt - (offset ?? 0) }),
  };
}

/** Whether an ask has waited so long that the person has long gone in or away. */
export function hasExpired({ askedAt }: PreparedEntry, receivedAt: number): boolean {
  return askedAt !== undefined && receivedAt - askedAt > ASK_EXPIRES_MS;
}

/** SHA-256 of a pass in hex. */
export const digestOf = (pass: string): string => hash("sha256", pass, "hex");

function verdictOn(
  item: NewEntry,
  zone: ZoneConfiguration,
  pass: string | undefined,
  at: number,
  edition: EditionConfiguration,
): Verdict {
  const { direction, headcount, category } = item;
  const attempt = { at, day: edition.calendar.dayOf(at), hour: "00:00", direction, headcount, category };
  const { outcome, reason } = decide(
    { state: pass === undefined ? "none" : "unknown" },
    { ...zone.policy, zone: zone.code, status: zone.status, capacity: zone.capacity },
    { crossings: [], inside: null },
    attempt,
  );
  return { admit: outcome === "admit", reason };
}

function offsetOf(sender: Sender, { clockOffsetMs }: Receipt): number | undefined {
  return clockOffsetMs ?? (sender.kind === "device" ? (sender.device.clockOffsetMs ?? undefined) : undefined);
}

function resolveCheckpoint(
  item: NewEntry,
  edition: EditionConfiguration,
  sender: Sender,
): CheckpointConfiguration | Refusal {
  if (item.checkpoint === undefined) {
    if (sender.kind === "device") return sender.device.checkpoint;
    const message = "An integrator names the checkpoint of every entry.";
    return { refused: "invalid", message, errors: [{ path: "checkpoint", code: "required", message }] };
  }
  const checkpoint = edition.checkpoints.get(item.checkpoint);
  if (checkpoint === undefined) {
    return { refused: "unknown_checkpoint", message: `This edition has no checkpoint ${item.checkpoint}.` };
  }
  if (sender.kind === "device" && !sender.device.boundTo.has(checkpoint.id)) {
    return { refused: "checkpoint_not_allowed", message: `This device was never bound to ${item.checkpoint}.` };
  }
  return checkpoint;
}
