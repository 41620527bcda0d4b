import { type Column, csvCell, sheetCell, sheetValue } from "./column.ts";
import { countsColumns } from "./counts-columns.ts";
import { countsSource } from "./counts-source.ts";
import type { ExportPlan } from "./export-plan.ts";
import { ledgerColumns } from "./ledger-columns.ts";

/** What a file is read from. Numbers and words in its SQL were checked: COPY takes no parameters. */
export interface ExportTable {
  columns: readonly Column[];
  from: string;
  /** Together with the versions that are asked for. */
  where: string[];
  groupBy: string | null;
  orderBy: string;
}

const REHEARSAL = "flags & rehearsal_bit() <> 0";

export function tableOf(plan: ExportPlan): ExportTable {
  const { request, edition, zoneIds, settled, flags } = plan;
  const { from, to, categories } = request;
  const where = [
    `ledger.edition_id = ${edition.id}`,
    ...(from === undefined ? [] : [`day >= '${from}'`]),
    ...(to === undefined ? [] : [`day <= '${to}'`]),
    ...(zoneIds === null ? [] : [`ledger.zone_id in (${zoneIds.join(", ")})`]),
    ...(categories.length === 0 ? [] : [`category in (${categories.map((name) => `'${name}'`).join(", ")})`]),
    ...(settled === null ? [] : [settledDays(settled)]),
  ];
  if (request.what === "ledger") {
    return {
      columns: ledgerColumns(flags),
      from: `ledger join zone on zone.id = ledger.zone_id left join checkpoint on checkpoint.id = ledger.checkpoint_id`,
      where,
      groupBy: null,
      orderBy: "version, ledger.id",
    };
  }
  const { grouped, columns } = countsColumns(request.by ?? [], request.locale);
  const keys = grouped.map(({ sql }) => sql);
  return {
    columns,
    from: `${countsSource(plan)} join zone on zone.id = ledger.zone_id left join device on device.id = ledger.device_id`,
    // An anchor states a figure and moves none; a rehearsal counts only while there is nothing else (A4).
    where: [...where, "ledger.kind <> 'anchor'", edition.isDraft ? REHEARSAL : `not (${REHEARSAL})`],
    groupBy: keys.join(", "),
    orderBy: grouped
      .map(({ sql, kind }) => (kind === "text" || sql === "zone.code" ? `${sql} collate "C"` : sql))
      .join(", "),
  };
}

function settledDays(days: NonNullable<ExportPlan["settled"]>): string {
  if (days.length === 0) return "false";
  return `(${days.map(({ day, version }) => `day = '${day}' and version <= ${version}`).join(" or ")})`;
}

/** Versions after the first up to the last. */
export interface VersionRange {
  after: number;
  to: number;
}

const clausesOf = (table: ExportTable, { after, to }: VersionRange): string =>
  [
    `from ${table.from}`,
    `where ${[...table.where, `version > ${after}`, `version <= ${to}`].join(" and ")}`,
    ...(table.groupBy === null ? [] : [`group by ${table.groupBy}`]),
  ].join(" ");

/** The rows as COPY writes CSV. */
export function csvQuery(table: ExportTable, range: VersionRange): string {
  return `select ${table.columns.map(csvCell).join(", ")} ${clausesOf(table, range)} order by ${table.orderBy}`;
}

/** A JSON object a row. */
export function jsonQuery(table: ExportTable, range: VersionRange): string {
  const fields = table.columns.map(({ key, json, sql }) => `${json ?? sql} as "${key}"`);
  return `select row_to_json(line) from (select ${fields.join(", ")} ${clausesOf(table, range)} order by ${table.orderBy}) line`;
}

/**
 * A sheet's `<row>` a row: PostgreSQL writes them in a third of the time that we would take.
 *
 * @param rowsBefore of the file, for a row's place in its sheet
 */
export function sheetQuery(table: ExportTable, range: VersionRange, rowsBefore: number, sheetRows: number): string {
  const { columns, orderBy } = table;
  const place = `row_number() over (order by ${orderBy}) + ${rowsBefore - 1}`;
  // Below the headings.
  const row = `((${place}) % ${sheetRows} + 2)::text as n`;
  const values = columns.map((column, index) => `(${sheetValue(column)})::text as c${index}`);
  const cells = columns.map((column, index) => {
    const [before, between, after] = sheetCell(column, index);
    return `coalesce('${before}' || n || '${between}' || c${index} || '${after}', '')`;
  });
  const inner = `select ${[row, ...values].join(", ")} ${clausesOf(table, range)} order by ${orderBy}`;
  return `select '<row r="' || n || '">' || ${cells.join(" || ")} || '</row>' from (${inner}) line`;
}
