import type { AuditHead, Recount } from "./recount.ts";

const mostShown = 100;
const number = (value: number): string => value.toLocaleString("en");

/** A small table, one line an edition, then each figure that differs. */
export function printRecount({ editions, auditHead, differences }: Recount): string {
  const table = [
    ["edition", "rows", "entered", "exited", "differences"],
    ...editions.map(({ edition, rows, entered, exited }) => {
      const differing = differences.filter((difference) => difference.edition === edition).length;
      return [edition, number(rows), number(entered), number(exited), number(differing)];
    }),
  ];
  return [...aligned(table), "", trail(auditHead), ...list(differences), ""].join("\n");
}

const trail = ({ events, hash }: AuditHead): string =>
  `Audit trail: ${number(events)} events chained${hash === null ? "" : `, up to ${hash}`}.`;

function aligned(table: string[][]): string[] {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  "),
  );
}

function list(differences: Recount["differences"]): string[] {
  if (differences.length === 0) return ["Every figure equals the recount of the ledger: 0 differences."];
  const left = differences.length - mostShown;
  return [
    `${number(differences.length)} figures differ from the recount of the ledger, or links of the audit trail do not fit:`,
    ...differences
      .slice(0, mostShown)
      .map(
        ({ edition, check, what, stored, recounted }) =>
          `  ${edition}, ${check}, ${what}: stored ${stored}; recounted ${recounted}`,
      ),
    ...(left > 0 ? [`  and ${number(left)} more`] : []),
  ];
}
