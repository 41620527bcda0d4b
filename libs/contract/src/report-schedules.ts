import { z } from "zod";
import { documentLocale } from "./passes.ts";
import { localDate, shortText, uuid } from "./primitives.ts";

/** Most addresses of a schedule: a list of subscribers is the mail server's business. */
export const MAX_SCHEDULE_RECIPIENTS = 50;
/** Most schedules of an edition. */
export const MAX_REPORT_SCHEDULES = 50;
/** Minutes after its moment at which a schedule may be due. */
export const MAX_SCHEDULE_OFFSET = 12 * 60;
/** Hours for which a letter is tried again, and for which a moment that nobody was there for is made up for. */
export const LETTER_TRIED_HOURS = 24;
/** Days for which what was sent is kept in the log. */
export const SENDING_LOG_DAYS = 30;

/** What may be sent by itself. */
export const scheduledReport = z.enum(["day", "edition", "communique"]);
export type ScheduledReport = z.infer<typeof scheduledReport>;

/** When: at the closing hour of each day, at the cut-off with which a day ends, or at the last day's closing alone. */
export const scheduleMoment = z.enum(["closing", "cutoff", "end"]);
export type ScheduleMoment = z.infer<typeof scheduleMoment>;

const once = (list: readonly string[]): boolean => new Set(list).size === list.length;
const address = z
  .email()
  .max(254)
  .transform((text) => text.toLowerCase());

const scheduleFields = {
  // It stands in the log and in messages: on one line.
  name: shortText.refine((text) => !/\p{Cc}/u.test(text), "must be one line"),
  reports: z.array(scheduledReport).min(1).max(scheduledReport.options.length).refine(once, "stands twice"),
  /** A letter says its figures in each, in this order, and brings each report in each. */
  locales: z.array(documentLocale).min(1).max(documentLocale.options.length).refine(once, "stands twice"),
  moment: scheduleMoment,
  /** Minutes after the moment. */
  offsetMinutes: z.int().min(0).max(MAX_SCHEDULE_OFFSET),
  emails: z.array(address).max(MAX_SCHEDULE_RECIPIENTS).refine(once, "stands twice"),
  /** Whether the endpoints that ask for `report.ready` are told. */
  webhooks: z.boolean(),
};

export const reportSchedule = z.object({
  id: uuid,
  ...scheduleFields,
  active: z.boolean(),
  createdAt: z.string(),
  /** As the audit trail names whoever made it. */
  createdBy: z.string(),
});
export type ReportSchedule = z.infer<typeof reportSchedule>;

export const newReportSchedule = z
  .strictObject({
    ...scheduleFields,
    offsetMinutes: scheduleFields.offsetMinutes.default(0),
    emails: scheduleFields.emails.default([]),
    webhooks: z.boolean().default(false),
  })
  .refine(({ emails, webhooks }) => emails.length > 0 || webhooks, {
    path: ["emails"],
    error: "must name somebody, unless webhooks are told",
  });
export type NewReportSchedule = z.infer<typeof newReportSchedule>;
/** `active: false` pauses it; moments that pass meanwhile are not made up for. */
export const reportSchedulePatch = z.strictObject({ ...scheduleFields, active: z.boolean() }).partial();
export type ReportSchedulePatch = z.infer<typeof reportSchedulePatch>;

/** As it stands in the list: with when it is due next; null where no moment is left, or it is paused. */
export const listedReportSchedule = reportSchedule.extend({
  next: z.object({ day: z.string(), at: z.string() }).nullable(),
});
export type ListedReportSchedule = z.infer<typeof listedReportSchedule>;

/** `me`: to whoever asks, by e-mail alone, to see what others would be sent. */
export const sendNow = z.strictObject({
  to: z.enum(["everyone", "me"]),
  /** Of which day; of the one that live figures speak of when left out. */
  day: localDate.optional(),
});
export type SendNow = z.infer<typeof sendNow>;

export const letterState = z.enum(["waiting", "sent", "refused", "given_up"]);
export type LetterState = z.infer<typeof letterState>;

/** Why a try failed. */
export const letterFault = z.enum([
  "not_configured",
  "address_refused",
  "message_refused",
  "sender_refused",
  "sign_in_refused",
  "not_now",
  "not_found",
  "no_connection",
  "certificate",
  "timed_out",
  "webhook_failed",
]);
export type LetterFault = z.infer<typeof letterFault>;

export const reportLetter = z.object({
  id: uuid,
  via: z.enum(["email", "webhook"]),
  /** An address, or what the endpoint is called. */
  to: z.string(),
  state: letterState,
  tries: z.int(),
  /** When it was tried last. */
  triedAt: z.string().nullable(),
  fault: letterFault.nullable(),
  /** What the other side said, shortened. */
  answer: z.string(),
});
export type ReportLetter = z.infer<typeof reportLetter>;

export const sendingState = z.enum(["making", "made", "failed"]);
export type SendingState = z.infer<typeof sendingState>;

/** Why reports could not be made: too much else was being made, or something that stands in the service's log. */
export const sendingFault = z.enum(["overloaded", "failed"]);
export type SendingFault = z.infer<typeof sendingFault>;

/** One time that a schedule was due, or was sent on request. */
export const reportSending = z.object({
  id: uuid,
  /** The day that it is of. */
  day: z.string(),
  dueAt: z.string(),
  /** Who asked for it; null where it was due. */
  askedBy: z.string().nullable(),
  state: sendingState,
  /** Why the reports could not be made, so far or for good. */
  fault: sendingFault.nullable(),
  files: z.array(z.object({ report: scheduledReport, locale: documentLocale, fileName: z.string(), bytes: z.int() })),
  letters: z.array(reportLetter),
});
export type ReportSending = z.infer<typeof reportSending>;

/** Whether the service can send e-mail. */
export const mailStatus = z.object({
  configured: z.boolean(),
  /** What letters say they are from. */
  from: z.string().nullable(),
});
export type MailStatus = z.infer<typeof mailStatus>;
