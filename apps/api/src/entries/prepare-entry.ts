import {
  ASK_EXPIRES_MS,
  entryFlags,
  type EntryFlag,
  type InputError,
  type NewEntry,
  type RefusalCode,
  type Verdict,
} from "@abwab/contract";
import { isWithin, place, type ShownPass, toBits } from "@abwab/domain";
import { hash } from "node:crypto";
import type { CheckpointConfiguration, EditionConfiguration } from "../editions/edition-configuration.ts";
import { PASS_DROPPED } from "./ledger-bits.ts";
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
  /** The pass as it came; undefined where none was shown, or it was dropped. */
  pass: string | undefined;
  /** What it is, and SHA-256 of its token (of what came, where it is unknown) in hex: see ShownPasses. */
  shown: ShownPass;
  passDigest: string | null;
  origin: string | null;
  operator: string | null;
  /**
   * Of an ask: when, by the server's clock. Seconds count here, which a clock is off by without its entries being
   * corrected. undefined for what happened.
   */
  askedAt: number | undefined;
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
  const pass = zone.policy.anonymousOnly ? undefined : item.pass;

  const flags: EntryFlag[] = [];
  if (!isWithin(edition.openIntervals, placedAt)) flags.push("outside_hours");
  if (skewed) flags.push("clock_skew");
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
    flags: toBits(entryFlags, flags) | (pass === item.pass ? 0 : PASS_DROPPED),
    insideLimit: zone.countsExits ? zone.capacity : null,
    deviceId: sender.kind === "device" ? sender.id : null,
    authorId: sender.kind === "token" ? sender.id : null,
    pass,
    shown: { state: "none" },
    passDigest: null,
    origin: item.origin ?? null,
    operator: item.operator ?? null,
    askedAt: item.claim === "ask" ? occurredAt - (offset ?? 0) : undefined,
  };
}

/** Whether an ask has waited so long that the person has long gone in or away. */
export function hasExpired({ askedAt }: PreparedEntry, receivedAt: number): boolean {
  return askedAt !== undefined && receivedAt - askedAt > ASK_EXPIRES_MS;
}

/** SHA-256 of a pass in hex. */
export const digestOf = (pass: string): string => hash("sha256", pass, "hex");

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
