import { z } from "zod";
import { role } from "./people.ts";
import { code, longText, names, page, pageQuery, slug, uuid } from "./primitives.ts";

/** What a rule looks at; its threshold is in the unit beside it. */
export const alertKind = z.enum([
  /** Inside, as a share of the capacity. */
  "occupancy",
  /** Minutes until the zone is full, at the pace of the last five minutes. */
  "time_to_full",
  /** How many times as many, or as few, came in as is usual for the zone. */
  "unusual_pace",
  /** Minutes for which a device is unheard in opening hours. */
  "device_silent",
  /** What is left in a device's battery, as a share, while it is not charged. */
  "battery_low",
  /** Refusals at a checkpoint within the window. */
  "refusals",
  /** Passes that came in twice where one way in was allowed, within the window. */
  "pass_at_two_gates",
  /** How far below zero a count of the zone is. */
  "negative_count",
]);
export type AlertKind = z.infer<typeof alertKind>;

/** Kinds that look at a span of minutes. */
export const windowedKinds: ReadonlySet<AlertKind> = new Set(["refusals", "pass_at_two_gates"]);

/** From and to which a threshold makes sense; whole numbers where things are counted. */
export const thresholdLimits: Record<AlertKind, { min: number; max: number; whole: boolean }> = {
  occupancy: { min: 0.01, max: 3, whole: false },
  time_to_full: { min: 1, max: 240, whole: true },
  unusual_pace: { min: 1.5, max: 20, whole: false },
  device_silent: { min: 1, max: 720, whole: true },
  battery_low: { min: 0.01, max: 0.95, whole: false },
  refusals: { min: 1, max: 10_000, whole: true },
  pass_at_two_gates: { min: 1, max: 10_000, whole: true },
  negative_count: { min: 1, max: 100_000, whole: true },
};

export const alertSeverity = z.enum(["info", "warning", "critical"]);
export type AlertSeverity = z.infer<typeof alertSeverity>;

const ruleFields = {
  /** Of which zone (of a device or checkpoint: of its zone); null for all. */
  zone: code.nullable(),
  threshold: z.number(),
  /** Minutes that are looked at, of kinds that count something; the other kinds leave it out of account. */
  windowMinutes: z.int().min(5).max(120),
  /** Minutes after the end of an alert in which the same one does not ring again. */
  quietMinutes: z.int().min(0).max(1_440),
  severity: alertSeverity,
  /** The least role that sees it. */
  audience: role,
  /** Whether it goes to the edition's webhooks too. */
  webhooks: z.boolean(),
  active: z.boolean(),
};
export const alertRule = z.object({ id: uuid, kind: alertKind, ...ruleFields });
export type AlertRule = z.infer<typeof alertRule>;

export const newAlertRule = z
  .strictObject({
    kind: alertKind,
    ...ruleFields,
    zone: ruleFields.zone.default(null),
    windowMinutes: ruleFields.windowMinutes.default(15),
    quietMinutes: ruleFields.quietMinutes.default(10),
    severity: ruleFields.severity.default("warning"),
    audience: ruleFields.audience.default("viewer"),
    webhooks: ruleFields.webhooks.default(true),
    active: ruleFields.active.default(true),
  })
  .refine(({ kind, threshold }) => isThreshold(kind, threshold), {
    path: ["threshold"],
    error: "must lie within the limits of its kind",
  });
export type NewAlertRule = z.infer<typeof newAlertRule>;
/** The kind stays: another is another rule. */
export const alertRulePatch = z.strictObject(ruleFields).partial();
export type AlertRulePatch = z.infer<typeof alertRulePatch>;

/** Whether a rule of the kind may have this threshold. */
export function isThreshold(kind: AlertKind, threshold: number): boolean {
  const { min, max, whole } = thresholdLimits[kind];
  return threshold >= min && threshold <= max && (!whole || Number.isInteger(threshold));
}

/** What an alert is about, beside the kinds of rules: what the service itself finds. */
export const alertTopic = z.enum([...alertKind.options, "webhook_disabled"]);
export type AlertTopic = z.infer<typeof alertTopic>;

export const alertSubject = z.object({
  type: z.enum(["zone", "checkpoint", "device", "devices", "webhook"]),
  /** Code of a zone or checkpoint, id of a device or webhook; of many devices the code of their zone. */
  id: z.string(),
  /** Of a device its name, of a webhook its address; where codes are used, the code. */
  name: z.string(),
  /** The zone that it belongs to, if any. */
  zone: z.string().nullable(),
});
export type AlertSubject = z.infer<typeof alertSubject>;

/** The same with the names that people know, as they are now; null of what has none, or is there no more. */
export const namedAlertSubject = alertSubject.extend({
  /** Of the zone or the checkpoint itself. */
  names: names.nullable(),
  /** Of the zone that it belongs to. */
  zoneNames: names.nullable(),
});
export type NamedAlertSubject = z.infer<typeof namedAlertSubject>;

export const alertState = z.enum(["open", "acknowledged", "resolved"]);
export type AlertState = z.infer<typeof alertState>;

/** How an alert ended: by a person, because what it says was over, or because nothing looks at it any more. */
export const alertEnding = z.enum(["person", "over", "not_watched"]);
export type AlertEnding = z.infer<typeof alertEnding>;

export const alertNote = z.object({ at: z.string(), by: z.string(), text: z.string() });
export type AlertNote = z.infer<typeof alertNote>;

export const alert = z.object({
  id: uuid,
  edition: slug,
  /** null where its rule was removed, and where the service itself rang. */
  rule: uuid.nullable(),
  topic: alertTopic,
  severity: alertSeverity,
  audience: role,
  subject: namedAlertSubject,
  /** What was measured when it opened, in the unit of the threshold. */
  measured: z.number(),
  threshold: z.number(),
  state: alertState,
  openedAt: z.string(),
  acknowledgedAt: z.string().nullable(),
  acknowledgedBy: z.string().nullable(),
  resolvedAt: z.string().nullable(),
  /** null where it ended by itself. */
  resolvedBy: z.string().nullable(),
  ending: alertEnding.nullable(),
  /** How often it was over and came back within its quiet period. */
  returns: z.int(),
  notes: z.array(alertNote),
});
export type Alert = z.infer<typeof alert>;

/** What happened to an alert. Only `opened` rings. */
export const alertChange = z.enum(["opened", "returned", "acknowledged", "noted", "resolved"]);
export type AlertChange = z.infer<typeof alertChange>;

/** The socket's `alert`: to those who watch the edition and may see it. */
export interface AlertNotice {
  change: AlertChange;
  alert: Alert;
}

export const alertQuery = pageQuery.extend({
  /** `unresolved`: open and acknowledged ones. */
  state: z.enum([...alertState.options, "unresolved"]).optional(),
});
export type AlertQuery = z.infer<typeof alertQuery>;
export const alertPage = page(alert);

export const alertRemark = z.strictObject({ note: longText.optional() });
export type AlertRemark = z.infer<typeof alertRemark>;
export const newAlertNote = z.strictObject({ note: longText });
