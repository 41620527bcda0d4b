import type { Amount, CountingMethod, DayCompleteness } from "../../examinations/findings.ts";
import type { ReportLanguage } from "../report-language.ts";
import type { AuditReading } from "./audit-document.ts";
import type { AuditFigures } from "./audit-figures.ts";

const METHODS = ["scanned", "tapped", "headcounts", "otherSystems"] as const;
const REMARKS = [
  "afterCutOff",
  "late",
  "clockCorrected",
  "outsideHours",
  "overCapacity",
  "duplicatePass",
  "revokedPass",
  "unknownPass",
] as const;

/** How the settled days were counted; null until all of their ledgers have been read. */
export function methodTable({ days }: AuditFigures, { audit, format }: ReportLanguage) {
  const methods = days.flatMap(({ examination }) => examination?.findings.method ?? []);
  if (days.length === 0 || methods.length < days.length) return null;
  const amountOf = (part: (typeof METHODS)[number] | "asked"): Amount => sumOf(methods.map((method) => method[part]));
  const all = sumOf(METHODS.map(amountOf));
  const row = (part: (typeof METHODS)[number] | "asked") => ({
    name: audit.methods[part],
    ...amountTexts(amountOf(part), format.number),
    share: all.entries === 0 ? "–" : format.share(amountOf(part).entries / all.entries),
    bar: all.entries === 0 ? 0 : amountOf(part).entries / all.entries,
  });
  const most = (figure: (method: CountingMethod) => number): string => format.number(Math.max(...methods.map(figure)));
  return {
    rows: METHODS.map(row),
    total: amountTexts(all, format.number),
    asked: row("asked"),
    devices: audit.devices(
      most(({ devices }) => devices),
      most(({ checkpoints }) => checkpoints),
    ),
  };
}

/** What there is to remark on how the entries came; null until all of the ledgers have been read. */
export function completenessTable({ figures: { days }, recovered }: AuditReading, { audit, format }: ReportLanguage) {
  const found = days.flatMap(({ examination }) => examination?.findings.completeness ?? []);
  if (days.length === 0 || found.length < days.length) return null;
  const amountOf = (part: keyof Omit<DayCompleteness, "refused">): Amount => sumOf(found.map((each) => each[part]));
  return [
    ...REMARKS.map((part) => ({ name: audit.remarks[part], ...amountTexts(amountOf(part), format.number) })),
    { name: audit.recovered(format.number(recovered.times)), entries: format.number(recovered.entries), people: "–" },
    {
      name: audit.texts.refusedAsks,
      entries: format.number(found.reduce((total, { refused }) => total + refused, 0)),
      people: "–",
    },
  ];
}

const sumOf = (amounts: readonly Amount[]): Amount => ({
  entries: amounts.reduce((total, { entries }) => total + entries, 0),
  people: amounts.reduce((total, { people }) => total + people, 0),
});

const amountTexts = ({ entries, people }: Amount, number: (value: number) => string) => ({
  entries: number(entries),
  people: number(people),
});
