import { type ComparedEdition, type CommuniqueFigure, communiqueFigures, type ComparisonRemark } from "@abwab/contract";

/** Figures that grow with every day: of editions of another length they are no measure of each other. */
const GROWS_BY_DAY: ReadonlySet<CommuniqueFigure> = new Set(["visits.total", "visits.pavilions", "pupils.total"]);

/** What is not comparable among editions, figure by figure; what none of them knows is not worth a remark. */
export function comparisonRemarks(editions: readonly ComparedEdition[]): ComparisonRemark[] {
  if (editions.length < 2) return [];
  return communiqueFigures.flatMap((figure) => remarksOn(figure, editions));
}

function remarksOn(figure: CommuniqueFigure, editions: readonly ComparedEdition[]): ComparisonRemark[] {
  const told = editions.map((edition) => ({
    slug: edition.slug,
    days: edition.days.length,
    figure: edition.figures.find((each) => each.figure === figure)?.told ?? null,
  }));
  const known = told.flatMap((each) => (each.figure === null ? [] : [{ ...each, figure: each.figure }]));
  if (known.length === 0) return [];
  const first = known[0];
  const remark = (reason: ComparisonRemark["reason"], about: readonly { slug: string }[]): ComparisonRemark[] =>
    about.length === 0 ? [] : [{ figure, reason, editions: about.map(({ slug }) => slug) }];
  const isLonger = GROWS_BY_DAY.has(figure) && known.some(({ days }) => days !== first?.days);
  return [
    ...remark(
      "not_known",
      told.filter((each) => each.figure === null),
    ),
    ...remark(
      "other_origin",
      known.filter((each) => each.figure.origin !== first?.figure.origin),
    ),
    ...remark(
      "not_exact",
      known.filter((each) => each.figure.qualifier !== "exact"),
    ),
    ...remark(
      "not_final",
      known.filter((each) => each.figure.isLive),
    ),
    ...remark("other_length", isLonger ? known.filter(({ days }) => days !== first?.days) : []),
  ];
}
