import type { ImportReading, RowProblem } from "@abwab/contract";
import { v7 as newId } from "uuid";
import { organisationFolded } from "../../organisations/organisation-folded.ts";
import { changedFields } from "./changed-fields.ts";
import type { DataRow } from "./data-rows.ts";
import type { KnownOrganisation } from "./list-request.ts";
import { type Candidate, OrganisationMatcher } from "./organisation-matcher.ts";
import { readOrganisationRow } from "./organisation-row.ts";
import { plainRow, type PreviewMatch, type PreviewRow, type RowValues } from "./preview-row.ts";

/** What each row of a list of organisations would do to the registry. */
export class OrganisationPreview {
  private readonly matcher = new OrganisationMatcher();

  know(organisations: readonly KnownOrganisation[]): void {
    for (const one of organisations) this.matcher.addKnown(one);
  }

  *rows(rows: readonly DataRow[], reading: ImportReading): Generator<PreviewRow> {
    for (const row of rows) yield this.row(row, reading);
  }

  private row({ number, cells }: DataRow, reading: ImportReading): PreviewRow {
    const { values, problems, isWrong } = readOrganisationRow(cells, reading);
    const plain: PreviewRow = { ...plainRow, row: number, values, problems };
    if (isWrong) return { ...plain, outcome: "wrong", cells: [...cells] };
    const candidate = this.matcher.candidateOf(number, values);
    const exact = this.matcher.exact(candidate);
    const [only] = exact;
    if (only !== undefined && exact.length === 1) return this.sameAs(only, plain, cells);
    const alike = only === undefined ? this.matcher.likest(candidate) : { candidate: only, likeness: 1 };
    this.matcher.addRow(candidate);
    const fresh = { ...plain, ...asNew(values) };
    if (alike === undefined) return { ...fresh, outcome: "new" };
    const { known, row } = alike.candidate;
    const problem: RowProblem =
      known === null
        ? { field: null, code: "like_row", value: String(row) }
        : { field: null, code: "like_organisation", value: nameOf(known) };
    return {
      ...fresh,
      outcome: "doubtful",
      match: known === null ? null : matchOf(known, values, alike.likeness),
      ...(known !== null && changedFields(known, values)),
      problems: [...problems, problem],
      cells: [...cells],
    };
  }

  private sameAs(candidate: Candidate, plain: PreviewRow, cells: readonly string[]): PreviewRow {
    const { known, row } = candidate;
    if (row !== null) {
      const problem: RowProblem = { field: null, code: "repeated_row", value: String(row) };
      return { ...plain, outcome: "wrong", problems: [...plain.problems, problem], cells: [...cells] };
    }
    candidate.row = plain.row;
    if (known === null) throw new Error("A candidate is of the registry or of the list.");
    const { changes, before } = changedFields(known, plain.values);
    const match = matchOf(known, plain.values, 1);
    return { ...plain, outcome: changes.length === 0 ? "same" : "changed", match, changes, before };
  }
}

const asNew = (values: RowValues): Pick<PreviewRow, "target" | "folded"> => ({
  target: newId(),
  folded: organisationFolded({
    nameAr: values.nameAr ?? null,
    nameFr: values.nameFr ?? null,
    city: values.city ?? null,
  }),
});

/** As a change leaves it: a name or a city is only filled in where there is none. */
const matchOf = (known: KnownOrganisation, values: RowValues, likeness: number): PreviewMatch => ({
  id: known.id,
  name: nameOf(known),
  likeness: Math.round(likeness * 100) / 100,
  folded: {
    before: organisationFolded(known),
    after: organisationFolded({
      nameAr: known.nameAr ?? values.nameAr ?? null,
      nameFr: known.nameFr ?? values.nameFr ?? null,
      city: known.city ?? values.city ?? null,
    }),
  },
});

const nameOf = ({ nameAr, nameFr }: KnownOrganisation): string => nameAr ?? nameFr ?? "";
