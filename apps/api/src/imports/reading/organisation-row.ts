import { contact, type ImportReading, organisationKind, organisationType, type RowProblem } from "@abwab/contract";
import { knownProvince } from "./known-places.ts";
import { isKindOf, kindOf, typeOf, typeOfKind } from "./organisation-words.ts";
import type { RowValues } from "./preview-row.ts";
import { asciiDigits, tidyCell } from "./tidy-cell.ts";

const LONGEST = 200;
const MOST_EXPECTED = 100_000;
const ARABIC = /\p{Script=Arabic}/u;
/** What a workbook shows where a formula went wrong. */
const ERROR_IN_CELL = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|GETTING_DATA|SPILL!|CALC!)$/;
/** Written where there is nothing to write. */
const NOTHING = /^(?:[-–—_./\\*]+|n\/?a|néant|neant|لا يوجد|لاشيء|بدون|null|none|x)$/iu;
/** Thousands set apart, and what is counted: "1 200 élèves", "٤٥ تلميذا". */
const COUNT = /^(\d{1,3}(?:[ .,]\d{3})+|\d+)(?:[.,]0+)?(?: ?\p{L}[\p{L} '.]*)?$/u;

export interface ReadOrganisation {
  values: RowValues;
  problems: RowProblem[];
  /** Whether nothing can be made of it. */
  isWrong: boolean;
}

/** Reads one row into the fields of an organisation; what can't be understood is left out and said. */
export function readOrganisationRow(
  cells: readonly string[],
  { fields, defaultType }: Pick<ImportReading, "fields" | "defaultType">,
): ReadOrganisation {
  const reader = new RowReader();
  for (const [index, field] of fields.entries()) {
    if (field !== "ignore") reader.take(field, cells[index] ?? "");
  }
  return reader.finish(defaultType);
}

type Field = keyof RowValues;

class RowReader {
  private readonly values: RowValues = {};
  private readonly problems: RowProblem[] = [];
  private isWrong = false;

  take(field: Field, cell: string): void {
    const text = tidyCell(cell);
    if (text === "" || NOTHING.test(text)) return;
    if (ERROR_IN_CELL.test(text)) {
      this.complain(field, "error_in_cell", text, isNeeded(field));
      return;
    }
    this.read(field, text);
  }

  finish(defaultType: ImportReading["defaultType"]): ReadOrganisation {
    const { values } = this;
    this.nameInItsLetters();
    if (values.nameAr === undefined && values.nameFr === undefined) this.complain("nameAr", "missing", null, true);
    const type = values.type ?? defaultType ?? undefined;
    if (type !== undefined) values.type = type;
    else if (!this.problems.some(({ field }) => field === "type")) this.complain("type", "missing", null, true);
    this.fitKind();
    const place = values.province ?? (values.city === undefined ? undefined : knownProvince(values.city));
    if (place !== undefined) values.province = place;
    return { values, problems: this.problems, isWrong: this.isWrong };
  }

  private read(field: Field, text: string): void {
    switch (field) {
      case "type":
        return this.readType(text);
      case "kind":
        return this.give(field, kindOf(text), text);
      case "province":
      case "region":
        return this.readPlace(field, text);
      case "expectedPupils":
      case "expectedAdults":
        return this.readCount(field, text);
      case "contactPhone":
        return this.readPhone(text);
      case "contactEmail":
        return this.readEmail(text);
      default:
        return this.readText(field, text);
    }
  }

  private readText(field: Field, text: string): void {
    if (text.length > LONGEST) this.complain(field, "too_long", `${text.slice(0, 60)}…`, isNeeded(field));
    else if (this.values[field] === undefined) this.values[field] = text;
  }

  private readType(text: string): void {
    const type = organisationType.safeParse(text).data ?? typeOf(text);
    const kind = kindOf(text);
    if (kind !== undefined && this.values.kind === undefined) this.values.kind = kind;
    if (type !== undefined) this.values.type = type;
    else if (kind !== undefined) this.values.type = typeOfKind(kind);
    else this.complain("type", "unknown_value", text, true);
  }

  private give(field: Field, value: string | undefined, text: string): void {
    if (value === undefined) this.complain(field, "unknown_value", text, false);
    else this.values[field] = value;
  }

  private readPlace(field: "province" | "region", text: string): void {
    // A region follows from its province: a column of regions says nothing that is kept.
    if (field === "province") this.give(field, knownProvince(text), text);
  }

  private readCount(field: "expectedPupils" | "expectedAdults", text: string): void {
    const digits = COUNT.exec(asciiDigits(text))?.[1]?.replace(/[ .,]/g, "");
    const count = Number(digits);
    if (digits === undefined) this.complain(field, "not_a_number", text, true);
    else if (count > MOST_EXPECTED) this.complain(field, "out_of_range", text, true);
    else this.values[field] = String(count);
  }

  private readPhone(text: string): void {
    // Two numbers in a cell: the first is called.
    const first = asciiDigits(text)
      .split(/[/;,]|\s-\s|\bou\b|\bet\b/)[0]
      ?.trim();
    // A number that a workbook took for one has lost its zero.
    const phone = first !== undefined && /^[5-8]\d{8}$/.test(first) ? `0${first}` : first;
    if (contact.shape.phone.safeParse(phone).success && phone !== undefined) this.values.contactPhone = phone;
    else this.complain("contactPhone", "not_a_phone", text, false);
  }

  private readEmail(text: string): void {
    const email = text.replace(/^mailto:/i, "").split(/[;,\s]/)[0] ?? "";
    if (contact.shape.email.safeParse(email).success) this.values.contactEmail = email;
    else this.complain("contactEmail", "not_an_email", text, false);
  }

  /** A French name in the column of Arabic ones is still French. */
  private nameInItsLetters(): void {
    const { nameAr, nameFr } = this.values;
    if (nameAr !== undefined && nameFr === undefined && !ARABIC.test(nameAr)) this.rename("nameAr", "nameFr", nameAr);
    if (nameFr !== undefined && nameAr === undefined && ARABIC.test(nameFr)) this.rename("nameFr", "nameAr", nameFr);
  }

  private rename(from: "nameAr" | "nameFr", to: "nameAr" | "nameFr", name: string): void {
    delete this.values[from];
    this.values[to] = name;
  }

  private fitKind(): void {
    const kind = organisationKind.safeParse(this.values.kind).data;
    const type = organisationType.safeParse(this.values.type).data;
    if (kind === undefined || type === undefined || isKindOf(kind, type)) return;
    delete this.values.kind;
    this.complain("kind", "kind_of_other_type", kind, false);
  }

  private complain(field: Field, code: RowProblem["code"], value: string | null, isWrong: boolean): void {
    this.problems.push({ field, code, value });
    this.isWrong ||= isWrong;
  }
}

/** Without its name or its type an organisation can't be made. */
const isNeeded = (field: Field): boolean => field === "nameAr" || field === "nameFr" || field === "type";
