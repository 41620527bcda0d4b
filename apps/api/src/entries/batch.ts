import { type EntryItem, entryFlags, type EntryResult, type NewVoid } from "@abwab/contract";
import { fromBits } from "@abwab/domain";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { ProblemError } from "../platform/problem-error.ts";
import type { EntryOutcome, PreparedVoid, VoidOutcome } from "./ledger.repository.ts";
import { ADMITTED_OVER_CAPACITY, ASKED, groupArrivedOf } from "./ledger-bits.ts";
import { prepareEntry, type PreparedEntry } from "./prepare-entry.ts";
import { refusedAs, refusedResult } from "./refusals.ts";
import type { Sender } from "./sender.ts";
import type { Submission } from "./submission.ts";

export interface Place {
  submission: Submission;
  index: number;
  /** The id as it was sent. */
  id: string;
}

/** What a batch of submissions brings to the ledger, each item with the place its result goes to. */
export class Batch {
  /** What happened and what is asked, in the order it came. */
  readonly crossings: { entry: PreparedEntry; place: Place }[] = [];
  /** Those of them that go to the ledger: see AskDesk. */
  readonly entries: { entry: PreparedEntry; place: Place }[] = [];
  readonly voids: { prepared: PreparedVoid; place: Place }[] = [];
  /** Items that are refused by now; they may still have been recorded before. */
  readonly refused: { item: EntryItem; place: Place }[] = [];
  /** Submissions whose sender may not send any more, with the reason. */
  readonly turnedAway: { submission: Submission; error: ProblemError }[] = [];

  /** Prepares every item against the configuration; may be done again when that turns out to be stale. */
  constructor(edition: EditionConfiguration, submissions: readonly Submission[]) {
    for (const submission of submissions) {
      const sender = senderOf(submission, edition);
      if (sender instanceof ProblemError) {
        this.turnedAway.push({ submission, error: sender });
        continue;
      }
      for (const { index, item } of submission.items) {
        const place = { submission, index, id: item.id };
        if ("voids" in item) this.addVoid(item, edition, sender, place);
        else this.addEntry(item, prepareEntry(item, edition, sender, submission.receipt), place);
      }
    }
  }

  get hasAsks(): boolean {
    return this.crossings.some(({ entry }) => entry.askedAt !== undefined);
  }

  private addEntry(item: EntryItem, prepared: ReturnType<typeof prepareEntry>, place: Place): void {
    if ("refused" in prepared) this.refuse(item, place, refusedResult(place.id, prepared));
    else this.crossings.push({ entry: prepared, place });
  }

  private addVoid(item: NewVoid, edition: EditionConfiguration, sender: Sender, place: Place): void {
    if (edition.status === "archived") return this.refuse(item, place, refusedAs(item.id, "edition_archived"));
    this.voids.push({
      prepared: {
        id: item.id.toLowerCase(),
        target: item.voids.toLowerCase(),
        occurredAt: Date.parse(item.occurredAt),
        deviceId: sender.kind === "device" ? sender.id : null,
        authorId: sender.kind === "token" ? sender.id : null,
        reason: item.reason ?? null,
      },
      place,
    });
  }

  private refuse(item: EntryItem, place: Place, result: EntryResult): void {
    setResult(place, result);
    this.refused.push({ item, place });
  }
}

export function setResult(place: Place, result: EntryResult): void {
  const { results } = place.submission;
  // An attempt that is done again meets the rows of its own first half: they were recorded now, not before (E2).
  if (results[place.index]?.status === "recorded" && result.status === "duplicate") return;
  results[place.index] = result;
}

/** @param flags bits as they stand on the ledger: the first delivery's, whatever a later one would have brought */
export function entryResult(id: string, outcome: EntryOutcome, flags: number): EntryResult {
  if (outcome === "id_reused") return refusedAs(id, "id_reused");
  const result: EntryResult = { id, status: outcome, flags: fromBits(entryFlags, flags) };
  if ((flags & ASKED) === 0) return result;
  const groupArrived = groupArrivedOf(flags);
  return {
    ...result,
    verdict: { admit: true, reason: (flags & ADMITTED_OVER_CAPACITY) === 0 ? "ok" : "over_capacity" },
    ...(groupArrived !== undefined && { groupArrived }),
  };
}

export function voidResult(id: string, outcome: VoidOutcome): EntryResult {
  return outcome === "recorded" || outcome === "duplicate"
    ? { id, status: outcome, flags: [] }
    : refusedAs(id, outcome);
}

function senderOf({ principal, isRecovered }: Submission, edition: EditionConfiguration): Sender | ProblemError {
  if (principal.kind !== "device") return { kind: "token", id: principal.id };
  const device = edition.devices.get(principal.id);
  if (device === undefined || (device.revoked && !isRecovered))
    return new ProblemError("device_revoked", "Pair this device again.");
  return { kind: "device", id: device.id, device };
}
