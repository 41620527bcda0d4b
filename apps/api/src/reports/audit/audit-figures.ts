import type { ZoneKind } from "@abwab/contract";
import { peopleOf } from "@abwab/domain";
import type { Examination } from "../../examinations/examinations.repository.ts";
import type { Findings } from "../../examinations/findings.ts";
import { sums } from "../day-facts.ts";
import type { Revision } from "./audit-report.repository.ts";

/** A settled day, as its latest revision has it. */
export interface AuditedDay extends Revision {
  /** Visits of the site by category, staff too. */
  categories: ReadonlyMap<string, number>;
  /** Without staff. */
  visits: number;
  /** Without what the audit excludes. */
  audited: number;
  pavilionVisits: number;
  /** null until the ledger has been read. */
  attendance: number | null;
  examination: Examination | null;
}

export interface AuditFigures {
  days: readonly AuditedDay[];
  visits: number;
  audited: number;
  pavilionVisits: number;
  categories: ReadonlyMap<string, number>;
  attendance: number | null;
  /** An upper bound; null until the ledger has been read. */
  visitors: number | null;
}

/**
 * The figures of the settled days.
 *
 * @param excluded categories that are no visitors to the audit; staff never are
 */
export function auditFigures(
  revisions: readonly Revision[],
  examinations: readonly Examination[],
  kindOf: (zone: string) => ZoneKind | undefined,
  excluded: ReadonlySet<string>,
): AuditFigures {
  const counts = (category: string): boolean => category !== "staff" && !excluded.has(category);
  const latest = [...new Map(revisions.map((revision) => [revision.day, revision])).values()];
  const examinationOf = ({ day, revision }: Revision): Examination | null =>
    examinations.find((each) => each.day === day && each.revision === revision) ?? null;
  // The one that was settled last has seen them all.
  const last = latest.toSorted((a, b) => b.version - a.version)[0];
  const findings = last && examinationOf(last)?.findings;
  const days = latest.map((revision): AuditedDay => {
    const categories = categoriesOf(revision, kindOf);
    return {
      ...revision,
      categories,
      visits: total(categories, (category) => category !== "staff"),
      audited: total(categories, counts),
      pavilionVisits: pavilionVisitsOf(revision, kindOf),
      attendance: findings === undefined ? null : attendanceOf(revision.day, categories, findings, counts),
      examination: examinationOf(revision),
    };
  });
  const sumOf = (figure: (day: AuditedDay) => number): number => days.reduce((all, day) => all + figure(day), 0);
  return {
    days,
    visits: sumOf(({ visits }) => visits),
    audited: sumOf(({ audited }) => audited),
    pavilionVisits: sumOf(({ pavilionVisits }) => pavilionVisits),
    categories: sums(days.flatMap(({ categories }) => [...categories])),
    attendance: findings === undefined ? null : sumOf(({ attendance }) => attendance ?? 0),
    visitors:
      findings === undefined
        ? null
        : visitorsOf(
            sumOf(({ audited }) => audited),
            findings,
            counts,
          ),
  };
}

type Counts = (category: string) => boolean;

const total = (categories: ReadonlyMap<string, number>, counts: Counts): number =>
  [...categories].reduce((sum, [category, visits]) => (counts(category) ? sum + visits : sum), 0);

const categoriesOf = ({ figures }: Revision, kindOf: (zone: string) => ZoneKind | undefined) =>
  sums(figures.filter(({ zone }) => kindOf(zone) === "site").map(({ category, entered }) => [category, entered]));

const pavilionVisitsOf = ({ figures }: Revision, kindOf: (zone: string) => ZoneKind | undefined): number =>
  figures
    .filter(({ zone, category }) => kindOf(zone) === "pavilion" && category !== "staff")
    .reduce((sum, { entered }) => sum + entered, 0);

function attendanceOf(
  day: string,
  categories: ReadonlyMap<string, number>,
  { attendance }: Pick<Findings, "attendance">,
  counts: Counts,
): number {
  const own = attendance.filter((row) => row.day === day && counts(row.category));
  return peopleOf({ visits: total(categories, counts), ...passSums(own) });
}

function visitorsOf(
  visits: number,
  { attendance, visitors }: Pick<Findings, "attendance" | "visitors">,
  counts: Counts,
) {
  const { withPass } = passSums(attendance.filter((row) => counts(row.category)));
  const passes = visitors.filter((row) => counts(row.category)).map((row) => ({ ...row, withPass: 0 }));
  return peopleOf({ visits, ...passSums(passes), withPass });
}

function passSums(rows: readonly { individuals: number; groups: number; withPass: number }[]) {
  return {
    individuals: rows.reduce((sum, row) => sum + row.individuals, 0),
    groups: rows.reduce((sum, row) => sum + row.groups, 0),
    withPass: rows.reduce((sum, row) => sum + row.withPass, 0),
  };
}
