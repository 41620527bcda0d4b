import type { AlertRule, AlertSubject } from "@abwab/contract";
import {
  type AlertStanding,
  minutesToFull,
  standingAbove,
  standingBelow,
  standingFrom,
  standingOfPace,
  unusualPace,
} from "@abwab/domain";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { AlertFacts } from "./alert-facts.ts";

const MINUTE = 60_000;

/** How a rule stands to one subject now. */
export interface AlertCondition {
  rule: AlertRule;
  subject: AlertSubject;
  measured: number;
  standing: AlertStanding;
}

type Found = Omit<AlertCondition, "rule">;

/** What each rule says of each of its subjects. Of what can't be known now nothing is said. */
export function alertConditions(
  edition: EditionConfiguration,
  rules: readonly AlertRule[],
  facts: AlertFacts,
): AlertCondition[] {
  return rules.flatMap((rule) =>
    foundBy(rule, edition, facts)
      .filter(({ subject }) => rule.zone === null || subject.zone === rule.zone)
      .map((found) => ({ rule, ...found })),
  );
}

function foundBy(rule: AlertRule, edition: EditionConfiguration, facts: AlertFacts): Found[] {
  const { threshold, windowMinutes } = rule;
  switch (rule.kind) {
    case "occupancy":
      return ofFilling(edition, facts, ({ inside, capacity }) => {
        const measured = inside / capacity;
        return { measured, standing: standingAbove(measured, threshold) };
      });
    case "time_to_full":
      return ofFilling(edition, facts, ({ zone, inside, capacity }) => {
        const measured = minutesToFull(inside, capacity, facts.flows.get(zone)?.netPerMinute ?? 0);
        return { measured, standing: standingBelow(measured, threshold) };
      });
    case "unusual_pace":
      return facts.rows.flatMap(({ zone, status }) => {
        // Of a zone that is held nobody is surprised.
        const times = status === "open" ? unusualPace(facts.flows.get(zone)?.spans ?? []) : undefined;
        if (times === undefined) return [];
        return [{ subject: zoneSubject(zone), measured: times, standing: standingOfPace(times, threshold) }];
      });
    case "negative_count":
      return facts.rows.map(({ zone, inside, enteredToday, exitedToday }) => {
        const measured = -Math.min(inside ?? 0, enteredToday, exitedToday, 0);
        return { subject: zoneSubject(zone), measured, standing: standingFrom(measured, threshold) };
      });
    case "device_silent":
      return facts.devices.map(({ id, name, zone, heardAt }) => {
        const measured = Math.floor((facts.now - Math.max(heardAt, facts.openSince ?? facts.now)) / MINUTE);
        const subject: AlertSubject = { type: "device", id, name, zone };
        return { subject, measured, standing: standingFrom(measured, threshold) };
      });
    case "battery_low":
      return facts.devices.flatMap(({ id, name, zone, batteryLevel, charging }) => {
        if (batteryLevel === null) return [];
        const subject: AlertSubject = { type: "device", id, name, zone };
        const standing = charging ? "off" : standingBelow(batteryLevel, threshold);
        return [{ subject, measured: batteryLevel, standing }];
      });
    case "refusals":
      return (facts.refusals.get(windowMinutes) ?? []).map(({ checkpoint, zone, count }) => {
        const subject: AlertSubject =
          checkpoint === null ? zoneSubject(zone) : { type: "checkpoint", id: checkpoint, name: checkpoint, zone };
        return { subject, measured: count, standing: standingFrom(count, threshold) };
      });
    case "pass_at_two_gates":
      return [...(facts.doubles.get(windowMinutes) ?? [])].map(([zone, count]) => ({
        subject: zoneSubject(zone),
        measured: count,
        standing: standingFrom(count, threshold),
      }));
  }
}

/** Of the zones that have a capacity and count who is inside. */
function ofFilling(
  edition: EditionConfiguration,
  { rows }: AlertFacts,
  judge: (zone: { zone: string; inside: number; capacity: number }) => { measured: number; standing: AlertStanding },
): Found[] {
  return rows.flatMap(({ zone, inside }) => {
    const capacity = edition.zones.get(zone)?.capacity ?? 0;
    if (inside === null || capacity <= 0) return [];
    return [{ subject: zoneSubject(zone), ...judge({ zone, inside, capacity }) }];
  });
}

const zoneSubject = (zone: string): AlertSubject => ({ type: "zone", id: zone, name: zone, zone });
