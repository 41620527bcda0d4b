import type { AlertRule } from "@abwab/contract";
import type { AlertCondition } from "./alert-conditions.ts";
import { keyOf, planAlerts } from "./alert-plan.ts";
import type { StoredAlert } from "./alerts.repository.ts";

const MINUTE = 60_000;
const NOW = Date.parse("2025-05-17T10:00:00Z");
const rule = { id: "r", kind: "occupancy", quietMinutes: 10 } as AlertRule;
const subject = { type: "zone", id: "P01", name: "P01", zone: "P01" } as const;
const condition = (standing: AlertCondition["standing"]): AlertCondition => ({ rule, subject, measured: 1, standing });
const alert = (given: Partial<StoredAlert>): StoredAlert =>
  ({
    id: "a",
    key: keyOf("r", subject),
    rule: "r",
    state: "open",
    resolvedAt: null,
    ending: null,
    ...given,
  }) as StoredAlert;
const resolved = (minutesAgo: number, ending: StoredAlert["ending"]): StoredAlert =>
  alert({ state: "resolved", resolvedAt: new Date(NOW - minutesAgo * MINUTE).toISOString(), ending });

const plan = (standing: AlertCondition["standing"] | undefined, known: StoredAlert[], rules = [rule]) => {
  const { open, returning, resolve } = planAlerts(rules, standing ? [condition(standing)] : [], known, NOW);
  return { open: open.length, returning: returning.length, resolve: resolve.map(({ ending }) => ending) };
};
const NOTHING = { open: 0, returning: 0, resolve: [] };

test("what is on opens once, and between on and off nothing changes", () => {
  expect(plan("on", [])).toEqual({ ...NOTHING, open: 1 });
  expect(plan("on", [alert({})])).toEqual(NOTHING);
  expect(plan("between", [alert({})])).toEqual(NOTHING);
  expect(plan("between", [])).toEqual(NOTHING);
});

test("what is off is over, and what nobody looks at any more ends so", () => {
  expect(plan("off", [alert({ state: "acknowledged" })])).toEqual({ ...NOTHING, resolve: ["over"] });
  expect(plan(undefined, [alert({})], [])).toEqual({ ...NOTHING, resolve: ["not_watched"] });
});

test("what is counted within a window is over when there is none", () => {
  expect(plan(undefined, [alert({})], [{ ...rule, kind: "refusals" }])).toEqual({ ...NOTHING, resolve: ["over"] });
});

test("in its quiet period a resolved alert stays so, and one that was over goes on without a new one", () => {
  expect(plan("on", [resolved(9, "person")])).toEqual(NOTHING);
  expect(plan("on", [resolved(9, "over")])).toEqual({ ...NOTHING, returning: 1 });
  expect(plan("on", [resolved(10, "person")])).toEqual({ ...NOTHING, open: 1 });
  expect(plan("on", [resolved(10, "over")])).toEqual({ ...NOTHING, open: 1 });
});
