import { entryFlags, type Verdict } from "@abwab/contract";
import { type AdmissionPolicy, type Attempt, decide, type PassCrossing, toBits } from "@abwab/domain";
import type { EditionConfiguration, ZoneConfiguration } from "../editions/edition-configuration.ts";
import type { PassHistories } from "./pass-histories.ts";
import type { PreparedEntry } from "./prepare-entry.ts";
import type { ZoneRoom } from "./zone-room.repository.ts";

const DUPLICATE_PASS = toBits(entryFlags, ["duplicate_pass"]);

export interface AskAnswer {
  verdict: Verdict;
  /** Of an ask with a group's pass. */
  groupArrived: number | undefined;
}

/** Judges one batch's crossings one after another, each by the ledger and by those before it. */
export class AdmissionDesk {
  constructor(
    private readonly edition: EditionConfiguration,
    private readonly histories: PassHistories,
    private readonly rooms: ReadonlyMap<number, ZoneRoom>,
  ) {}

  /** What `decide` says to an ask. */
  answer(entry: PreparedEntry): AskAnswer {
    const zone = this.zoneOf(entry);
    const crossings = this.histories.beside(entry);
    const inside = this.rooms.get(zone.id)?.inside ?? null;
    const { outcome, reason, groupLeft } = decide(
      entry.shown,
      policyOf(zone),
      { crossings, inside },
      this.attemptOf(entry),
    );
    return {
      verdict: { admit: outcome === "admit", reason },
      groupArrived: arrivedOf(entry, groupLeft, zone.policy.mode === "daily" ? onDay(crossings, entry.day) : crossings),
    };
  }

  /**
   * Flags what happened though the pass's other crossings forbade it: `already_used`, `already_used_today`,
   * `already_inside` and `group_complete` are all `duplicate_pass`. Nothing else about the pass or the zone counts
   * here, and one that is not known is taken for one person's.
   */
  flagRepeated(entry: PreparedEntry): void {
    const zone = this.zoneOf(entry);
    if (entry.passDigest === null || entry.direction === "out" || !hasHistory(zone)) return;
    const { group } = entry.shown.state === "valid" ? entry.shown.facts : { group: null };
    const { outcome } = decide(
      { state: "valid", facts: { ...unlimitedFacts, group } },
      { ...freePolicy, zone: zone.code, mode: zone.policy.mode },
      { crossings: this.histories.beside(entry), inside: null },
      this.attemptOf(entry),
    );
    if (outcome === "refuse") entry.flags |= DUPLICATE_PASS;
  }

  /** Notes that the entry goes to the ledger. @param isNew false for one that stands there already */
  note(entry: PreparedEntry, isNew: boolean): void {
    this.histories.add(entry);
    const room = this.rooms.get(entry.zoneId);
    if (room === undefined || !isNew || (room.anchoredAt !== null && entry.placedAt <= room.anchoredAt)) return;
    room.inside += entry.direction === "in" ? entry.headcount : -entry.headcount;
  }

  private zoneOf({ zoneId }: PreparedEntry): ZoneConfiguration {
    const zone = this.edition.zonesById.get(zoneId);
    if (zone === undefined) throw new Error(`An entry was prepared for zone ${zoneId}, which the edition lacks.`);
    return zone;
  }

  private attemptOf({ placedAt: at, day, direction, headcount, category }: PreparedEntry): Attempt {
    const hour = new Date(at + this.edition.calendar.offsetAt(at)).toISOString().slice(11, 16);
    return { at, day, hour, direction, headcount, category };
  }
}

/** Whether a pass's earlier crossings at the zone can forbid another. */
export const hasHistory = ({ policy: { mode } }: ZoneConfiguration): boolean =>
  mode !== "count" && mode !== "unlimited";

/** Whether the number inside can change what an ask is answered. */
export const hasLimit = ({ capacity, countsExits, policy }: ZoneConfiguration): boolean =>
  capacity !== null && countsExits && policy.overCapacity !== "count_on";

const freePolicy = {
  status: "open",
  categories: null,
  hours: null,
  capacity: null,
  overCapacity: "count_on",
  anonymousOnly: false,
} as const satisfies Partial<AdmissionPolicy>;

const unlimitedFacts = {
  code: "",
  kind: "visitor",
  category: "public",
  zones: null,
  validFrom: null,
  validUntil: null,
  revoked: false,
} as const;

const policyOf = ({ code, status, capacity, policy }: ZoneConfiguration): AdmissionPolicy => ({
  ...policy,
  zone: code,
  status,
  capacity,
});

const onDay = (crossings: readonly PassCrossing[], day: string): PassCrossing[] =>
  crossings.filter((crossing) => crossing.day === day);

/** How many of a group had come in; where the policy limits it, by the policy's own count of them. */
function arrivedOf(
  { shown }: PreparedEntry,
  groupLeft: number | null,
  crossings: readonly PassCrossing[],
): number | undefined {
  if (shown.state !== "valid" || shown.facts.group === null) return undefined;
  const { pupils, adults } = shown.facts.group;
  if (groupLeft !== null) return pupils + adults - groupLeft;
  return crossings.reduce((sum, { direction, headcount }) => (direction === "in" ? sum + headcount : sum), 0);
}
