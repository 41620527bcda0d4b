import type { DocumentLocale, ReportSchedule, ScheduledReport, ScheduleMoment } from "@abwab/contract";

/** A schedule as its form has it: addresses as they are typed, one a line. */
export interface ScheduleDraft {
  name: string;
  reports: ScheduledReport[];
  locales: DocumentLocale[];
  moment: ScheduleMoment;
  offsetMinutes: number | null;
  emails: string;
  webhooks: boolean;
}

export const newDraft = (locale: DocumentLocale): ScheduleDraft => ({
  name: "",
  reports: ["day"],
  locales: [locale],
  moment: "closing",
  offsetMinutes: 0,
  emails: "",
  webhooks: false,
});

export function draftOf(schedule: ReportSchedule): ScheduleDraft {
  const { name, reports, locales, moment, offsetMinutes, emails, webhooks } = schedule;
  return { name, reports, locales, moment, offsetMinutes, emails: emails.join("\n"), webhooks };
}

/** However people part addresses: by lines, commas, semicolons or blanks. */
export const addressesOf = (typed: string): string[] => typed.split(/[\s,;،؛]+/u).filter((address) => address !== "");

export const bodyOf = ({ emails, ...draft }: ScheduleDraft) => ({ ...draft, emails: addressesOf(emails) });
