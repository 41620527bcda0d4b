import type { AlertCondition } from "./alert-conditions.ts";
import { keyOf } from "./alert-plan.ts";
import type { StoredAlert } from "./alerts.repository.ts";

/** When more devices than these fall silent at once it is not the devices: one alert says so for all of them. */
const MANY = 20;
const FEW = 10;

/** The subject of an alert that stands for many devices of an edition. */
const DEVICES = { type: "devices", id: "all", name: "", zone: null } as const;

/**
 * Silent devices that have no alert yet ring one by one, unless they are many: then one rings for all of them, and
 * stands for them until they are few again.
 */
export function withManyAsOne(
  conditions: readonly AlertCondition[],
  current: readonly StoredAlert[],
): AlertCondition[] {
  const unresolved = new Set(current.filter(({ state }) => state !== "resolved").map(({ key }) => key));
  const ofRule = Map.groupBy(conditions, ({ rule }) => rule.id);
  return [...ofRule.values()].flatMap((found) => {
    const [first] = found;
    if (first?.rule.kind !== "device_silent") return found;
    const isNew = ({ rule, subject, standing }: AlertCondition): boolean =>
      standing === "on" && !unresolved.has(keyOf(rule.id, subject));
    const silent = found.filter(isNew);
    const stands = unresolved.has(keyOf(first.rule.id, DEVICES));
    if (silent.length <= (stands ? FEW : MANY)) {
      return stands ? [...found, { ...first, subject: DEVICES, measured: 0, standing: "off" }] : found;
    }
    const measured = Math.max(...silent.map((condition) => condition.measured));
    const all: AlertCondition = { rule: first.rule, subject: DEVICES, measured, standing: "on" };
    return [...found.filter((condition) => !isNew(condition)), all];
  });
}
