import fc from "fast-check";
import type { Attempt } from "./attempt.ts";
import { decide } from "./decide.ts";
import type { AdmissionHistory, PassCrossing } from "./history.ts";
import { admissionModes, capacityRules, type AdmissionMode, type AdmissionPolicy } from "./policy.ts";
import type { PassFacts, ShownPass } from "./shown-pass.ts";

const NOON = Date.UTC(2025, 4, 17, 12);
const DAYS = ["2025-05-16", "2025-05-17", "2025-05-18"] as const;
const zones = fc.constantFrom("SITE", "P12", "ARENA");
const categories = fc.constantFrom("public", "pupils", "media");
const hours = fc.constantFrom("00:00", "08:30", "12:00", "19:59", "23:00");
const instants = fc.integer({ min: NOON - 3_600_000, max: NOON + 3_600_000 });
const directions = fc.constantFrom("in" as const, "out" as const);

const facts: fc.Arbitrary<PassFacts> = fc.record({
  code: fc.constant("7K3MQ2XN4RTA"),
  kind: fc.constantFrom("visitor" as const, "group" as const, "accreditation" as const),
  category: categories,
  group: fc.option(fc.record({ pupils: fc.integer({ min: 1, max: 60 }), adults: fc.integer({ min: 0, max: 6 }) })),
  zones: fc.option(fc.uniqueArray(zones, { minLength: 1 })),
  validFrom: fc.option(instants),
  validUntil: fc.option(instants),
  revoked: fc.boolean(),
});
const shownPasses: fc.Arbitrary<ShownPass> = fc.oneof(
  fc.constantFrom<ShownPass>({ state: "none" }, { state: "unknown" }, { state: "unverifiable" }),
  facts.map((of): ShownPass => ({ state: "valid", facts: of })),
);
const policies: fc.Arbitrary<AdmissionPolicy> = fc.record({
  zone: zones,
  status: fc.constantFrom("open" as const, "hold" as const, "closed" as const),
  mode: fc.constantFrom(...admissionModes),
  categories: fc.option(fc.uniqueArray(categories, { minLength: 1 })),
  hours: fc.option(fc.record({ from: hours, to: hours })),
  capacity: fc.option(fc.integer({ min: 1, max: 200 })),
  overCapacity: fc.constantFrom(...capacityRules),
  anonymousOnly: fc.boolean(),
});
const crossings: fc.Arbitrary<PassCrossing> = fc.record({
  direction: directions,
  headcount: fc.integer({ min: 1, max: 60 }),
  at: instants,
  day: fc.constantFrom(...DAYS),
});
const histories: fc.Arbitrary<AdmissionHistory> = fc.record({
  crossings: fc.array(crossings, { maxLength: 6 }),
  inside: fc.option(fc.integer({ min: -5, max: 250 })),
});
const attempts: fc.Arbitrary<Attempt> = fc.record({
  at: instants,
  day: fc.constantFrom(...DAYS),
  hour: hours,
  direction: directions,
  headcount: fc.integer({ min: 1, max: 60 }),
  category: categories,
});
const anything = [shownPasses, policies, histories, attempts] as const;

const openZone = (mode: AdmissionMode): AdmissionPolicy => ({
  zone: "P12",
  status: "open",
  mode,
  categories: null,
  hours: null,
  capacity: null,
  overCapacity: "count_on",
  anonymousOnly: false,
});
const goodPass = (group: PassFacts["group"]): ShownPass => ({
  state: "valid",
  facts: {
    code: "7K3MQ2XN4RTA",
    kind: group ? "group" : "visitor",
    category: "public",
    group,
    zones: null,
    validFrom: null,
    validUntil: null,
    revoked: false,
  },
});

/** Lets a pass try one crossing after another, a minute apart, and keeps those that were admitted. */
function admittedOf(pass: ShownPass, mode: AdmissionMode, tries: readonly Attempt[]): PassCrossing[] {
  const kept: PassCrossing[] = [];
  for (const [index, attempt] of tries.entries()) {
    const at = NOON + index * 60_000;
    const { outcome } = decide(pass, openZone(mode), { crossings: kept, inside: null }, { ...attempt, at });
    if (outcome === "admit") {
      kept.push({ direction: attempt.direction, headcount: attempt.headcount, at, day: attempt.day });
    }
  }
  return kept;
}
const headcountIn = (kept: readonly PassCrossing[]): number =>
  kept.reduce((sum, { direction, headcount }) => (direction === "in" ? sum + headcount : sum), 0);
const manyTries = fc.array(attempts, { maxLength: 40 });
const groupSize = fc.integer({ min: 1, max: 120 });

describe("A1: whatever the case, decide", () => {
  it("never refuses a way out", () => {
    fc.assert(
      fc.property(...anything, (pass, policy, history, attempt) => {
        expect(decide(pass, policy, history, { ...attempt, direction: "out" }).outcome).toBe("admit");
      }),
    );
  });

  it("says yes, no or neither as its reason does", () => {
    const outcomeOf = (reason: string): string => {
      if (reason === "cannot_check") return "unknown";
      return reason === "ok" || reason === "over_capacity" ? "admit" : "refuse";
    };
    fc.assert(
      fc.property(...anything, (pass, policy, history, attempt) => {
        const { outcome, reason } = decide(pass, policy, history, attempt);
        expect(outcome).toBe(outcomeOf(reason));
      }),
    );
  });

  it("does not depend on the order in which crossings are listed", () => {
    fc.assert(
      fc.property(...anything, (pass, policy, history, attempt) => {
        const turned = { ...history, crossings: history.crossings.toReversed() };
        expect(decide(pass, policy, turned, attempt)).toEqual(decide(pass, policy, history, attempt));
      }),
    );
  });

  it("A4: tells no pass from another where being seen is a risk", () => {
    fc.assert(
      fc.property(...anything, shownPasses, (pass, policy, history, attempt, other) => {
        const hidden = { ...policy, anonymousOnly: true };
        expect(decide(pass, hidden, history, attempt)).toEqual(decide(other, hidden, history, attempt));
      }),
    );
  });

  it("A2: is sure without the pass only where nothing about the pass matters", () => {
    fc.assert(
      fc.property(...anything, shownPasses, (_pass, policy, history, attempt, other) => {
        const verdict = decide({ state: "unverifiable" }, policy, history, attempt);
        if (verdict.outcome !== "unknown") expect(decide(other, policy, history, attempt)).toEqual(verdict);
      }),
    );
  });

  it("lets nobody in for another way in that became known, where a pass is used up", () => {
    fc.assert(
      fc.property(
        ...anything,
        crossings,
        fc.constantFrom("once" as const, "daily" as const),
        (pass, policy, history, attempt, more, mode) => {
          const used = { ...policy, mode };
          const before = decide(pass, used, history, attempt);
          const known = { ...history, crossings: [...history.crossings, more] };
          if (before.outcome === "refuse") expect(decide(pass, used, known, attempt).outcome).toBe("refuse");
        },
      ),
    );
  });

  it("lets nobody in for the zone being fuller", () => {
    fc.assert(
      fc.property(...anything, fc.nat(50), (pass, policy, history, attempt, more) => {
        const fuller = { ...history, inside: history.inside === null ? null : history.inside + more };
        const before = decide(pass, policy, history, attempt);
        if (before.outcome === "refuse") expect(decide(pass, policy, fuller, attempt).outcome).toBe("refuse");
      }),
    );
  });
});

describe("A1: of all that a pass tries, decide admits", () => {
  it("one way in, once", () => {
    fc.assert(
      fc.property(manyTries, (tries) => {
        const waysIn = admittedOf(goodPass(null), "once", tries).filter(({ direction }) => direction === "in");
        expect(waysIn).toHaveLength(tries.some(({ direction }) => direction === "in") ? 1 : 0);
      }),
    );
  });

  it("one way in on each day, daily", () => {
    fc.assert(
      fc.property(manyTries, (tries) => {
        const days = admittedOf(goodPass(null), "daily", tries).filter(({ direction }) => direction === "in");
        expect(days.map(({ day }) => day).toSorted()).toEqual(
          [...new Set(tries.filter(({ direction }) => direction === "in").map(({ day }) => day))].toSorted(),
        );
      }),
    );
  });

  it("no two ways in without a way out between, in and out", () => {
    fc.assert(
      fc.property(manyTries, (tries) => {
        const ways = admittedOf(goodPass(null), "in_out", tries).map(({ direction }) => direction);
        expect(ways.join(" ")).not.toContain("in in");
      }),
    );
  });

  it("no more of a group than it is, once and on a day", () => {
    fc.assert(
      fc.property(manyTries, groupSize, (tries, pupils) => {
        const group = goodPass({ pupils, adults: 0 });
        expect(headcountIn(admittedOf(group, "once", tries))).toBeLessThanOrEqual(pupils);
        const ofDays = admittedOf(group, "daily", tries);
        for (const day of DAYS) {
          expect(headcountIn(ofDays.filter((crossing) => crossing.day === day))).toBeLessThanOrEqual(pupils);
        }
      }),
    );
  });

  it("no more of a group at a time than it is, in and out", () => {
    fc.assert(
      fc.property(manyTries, groupSize, (tries, pupils) => {
        let inside = 0;
        for (const { direction, headcount } of admittedOf(goodPass({ pupils, adults: 0 }), "in_out", tries)) {
          inside = direction === "in" ? inside + headcount : Math.max(0, inside - headcount);
          expect(inside).toBeLessThanOrEqual(pupils);
        }
      }),
    );
  });
});
