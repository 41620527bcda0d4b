import type { DocumentLocale } from "@abwab/contract";
import { FORMULA_SIGNS } from "@abwab/domain";

/**
 * What stands in a column: a `code` has none but letters, digits and signs that mean nothing to any program; a `text` is
 * what a person has written; a `time` is an instant, shown in the edition's time zone.
 */
export type ColumnKind = "code" | "text" | "number" | "time" | "date";

export interface Column {
  /** Its name in JSON. */
  key: string;
  kind: ColumnKind;
  heading: Readonly<Record<DocumentLocale, string>>;
  /** SQL of its value, of the type that `kind` says. */
  sql: string;
  /** Where JSON has another form of it. */
  json?: string;
  /** Of a sheet, in letters. */
  width: number;
}

/**
 * SQL of a CSV cell. A program that opens the file must not take what somebody wrote for a formula (CWE-1236): it begins
 * with an apostrophe then. Times are local, without an offset, as spreadsheets read them.
 */
export function csvCell({ kind, sql }: Column): string {
  if (kind === "text")
    return `case when ${sql} ~ '^[[:space:]]*[${FORMULA_SIGNS}]' then '''' || ${sql} else ${sql} end`;
  return kind === "time" ? `(${sql})::timestamp` : sql;
}

/**
 * SQL of a value as a sheet's cell has it: text for XML, days since the last of 1899 for times and dates.
 */
export function sheetValue({ kind, sql }: Column): string {
  switch (kind) {
    case "text":
      return xmlText(sql);
    case "time":
      return `date_part('epoch', (${sql})::timestamp) / 86400 + 25569`;
    case "date":
      return `${sql} - date '1899-12-30'`;
    case "code":
    case "number":
      return sql;
  }
}

/** What stands around a value in a sheet: before the number of its row, before the value, after it. */
export function sheetCell({ kind }: Column, index: number): [string, string, string] {
  const name = `<c r="${columnName(index)}`;
  switch (kind) {
    case "text":
      return [name, `" t="inlineStr"><is><t xml:space="preserve">`, "</t></is></c>"];
    case "code":
      return [name, `" t="inlineStr"><is><t>`, "</t></is></c>"];
    case "number":
      return [name, `"><v>`, "</v></c>"];
    case "time":
      return [name, `" s="${STYLES.time}"><v>`, "</v></c>"];
    case "date":
      return [name, `" s="${STYLES.date}"><v>`, "</v></c>"];
  }
}

/** Numbers of the cells' styles in a workbook's style sheet. */
export const STYLES = { plain: 0, time: 1, date: 2, heading: 3, note: 4 } as const;

/** A, B, … of a column from 0; there are never more than 26. */
export const columnName = (index: number): string => String.fromCharCode(65 + index);

/** XML has no room for control characters, nor for the two that are none at all. */
function xmlText(sql: string): string {
  const clean = `regexp_replace(${sql}, '[\\x01-\\x08\\x0b-\\x1f\\ufffe\\uffff]', '', 'g')`;
  return `replace(replace(replace(replace(${clean}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), E'\\n', '&#10;')`;
}
