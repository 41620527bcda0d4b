import { type AlertEnding, type AlertRule, type AlertSubject, windowedKinds } from "@abwab/contract";
import type { AlertCondition } from "./alert-conditions.ts";
import type { StoredAlert } from "./alerts.repository.ts";

const MINUTE = 60_000;

export interface AlertPlan {
  open: { key: string; condition: AlertCondition }[];
  /** Was over by itself, and is there again within its quiet period. */
  returning: StoredAlert[];
  resolve: { alert: StoredAlert; ending: AlertEnding }[];
}

/** One alert of a key is unresolved at a time. */
export const keyOf = (ruleId: string, { type, id }: AlertSubject): string => `${ruleId} ${type} ${id}`;

/**
 * What has to change so that the alerts say what the rules find.
 *
 * Within its quiet period an alert doesn't ring a second time. One that a person resolved stays resolved so long; one
 * that was over by itself goes on, silently, so that nobody takes it for over.
 *
 * @param rules those that are on
 * @param current the unresolved ones and the latest resolved of each key
 */
export function planAlerts(
  rules: readonly AlertRule[],
  conditions: readonly AlertCondition[],
  current: readonly StoredAlert[],
  now: number,
): AlertPlan {
  const plan: AlertPlan = { open: [], returning: [], resolve: [] };
  const known = new Map(current.map((alert) => [alert.key, alert]));
  for (const condition of conditions) {
    const key = keyOf(condition.rule.id, condition.subject);
    const alert = known.get(key);
    known.delete(key);
    if (alert === undefined || alert.state === "resolved") {
      if (condition.standing !== "on") continue;
      if (alert === undefined || isOld(alert, condition.rule.quietMinutes, now)) plan.open.push({ key, condition });
      else if (alert.ending !== "person") plan.returning.push(alert);
    } else if (condition.standing === "off") plan.resolve.push({ alert, ending: "over" });
  }
  for (const alert of known.values()) {
    if (alert.state === "resolved") continue;
    // What is counted is over when there is none; else the rule or what it looked at is gone, or it is closing time.
    const isNone = rules.some(({ id, kind }) => id === alert.rule && windowedKinds.has(kind));
    plan.resolve.push({ alert, ending: isNone ? "over" : "not_watched" });
  }
  return plan;
}

function isOld({ resolvedAt }: StoredAlert, quietMinutes: number, now: number): boolean {
  return resolvedAt === null || now - Date.parse(resolvedAt) >= quietMinutes * MINUTE;
}

export const isEmptyPlan = ({ open, returning, resolve }: AlertPlan): boolean =>
  open.length + returning.length + resolve.length === 0;
