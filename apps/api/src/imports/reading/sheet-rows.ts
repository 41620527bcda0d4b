import { ListFault } from "./list-fault.ts";
import { scanXml } from "./scan-xml.ts";
import { serialDate } from "./serial-date.ts";
import type { WorkbookParts } from "./workbook-parts.ts";

/** As many as a sheet of Excel has. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;
const MOST_CELLS = 4_000_000;
const ADDRESS = /^([A-Z]{1,3})(\d{1,7})$/;
const RANGE = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/;
const LETTER = /\p{L}/u;

interface Merge {
  column: number;
  first: number;
  last: number;
}

/** The cells of a sheet as texts: dates as `YYYY-MM-DD`, numbers without an exponent, formulas by their last result. */
export function readSheetRows(xml: string, parts: WorkbookParts): string[][] {
  const reader = new SheetReader(parts);
  scanXml(xml, reader);
  return reader.finish();
}

class SheetReader {
  private readonly rows: string[][] = [];
  private readonly merges: Merge[] = [];
  private readonly parts: WorkbookParts;
  private row = -1;
  private column = -1;
  private cells = 0;
  private type = "n";
  private style = -1;
  private value = "";
  private isValue = false;
  private isPhonetic = false;

  constructor(parts: WorkbookParts) {
    this.parts = parts;
  }

  open(name: string, attribute: (name: string) => string | undefined): void {
    if (name === "c") this.openCell(attribute);
    else if (name === "v" || name === "t") this.isValue = !this.isPhonetic;
    else if (name === "rPh") this.isPhonetic = true;
    else if (name === "row") {
      const number = Number(attribute("r"));
      this.row = Number.isInteger(number) && number > 0 ? number - 1 : this.row + 1;
      this.column = -1;
      if (this.row >= MOST_ROWS) throw new ListFault("broken_workbook", "A row beyond the last one.");
    } else if (name === "mergeCell") this.merge(attribute("ref") ?? "");
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.isValue = false;
    else if (name === "rPh") this.isPhonetic = false;
    else if (name === "c") this.closeCell();
  }

  text(text: string): void {
    if (this.isValue) this.value += text;
  }

  finish(): string[][] {
    for (const { column, first, last } of this.merges) {
      const value = this.rows[first]?.[column] ?? "";
      // What is said once for several rows holds for each; a number is a sum of theirs.
      if (!LETTER.test(value)) continue;
      for (let row = first + 1; row <= Math.min(last, this.rows.length - 1); row += 1) this.put(row, column, value);
    }
    return Array.from(this.rows, (row) => Array.from(row ?? [], (cell) => cell ?? ""));
  }

  private openCell(attribute: (name: string) => string | undefined): void {
    const [, letters] = ADDRESS.exec(attribute("r") ?? "") ?? [];
    this.column = letters === undefined ? this.column + 1 : columnOf(letters);
    this.type = attribute("t") ?? "n";
    this.style = Number(attribute("s") ?? -1);
    this.value = "";
  }

  private closeCell(): void {
    const value = this.cellText();
    if (value === "" || this.column >= MOST_COLUMNS) return;
    this.cells += 1;
    if (this.cells > MOST_CELLS) throw new ListFault("too_much_inside", "More cells than a list has.");
    this.put(Math.max(0, this.row), this.column, value);
  }

  private cellText(): string {
    switch (this.type) {
      case "s":
        return this.parts.sharedStrings[Number(this.value)] ?? "";
      case "b":
        return this.value === "1" ? "TRUE" : "FALSE";
      case "n":
        return this.numberText();
      default:
        return this.value;
    }
  }

  private numberText(): string {
    const number = Number(this.value);
    if (this.value.trim() === "" || !Number.isFinite(number)) return this.value.trim();
    if (this.parts.dateStyles[this.style] === true) return serialDate(number, this.parts.from1904) ?? this.value;
    // Fifteen digits are what Excel keeps of a number.
    return Number.isInteger(number) ? BigInt(number).toString() : String(Number(number.toPrecision(15)));
  }

  private put(row: number, column: number, value: string): void {
    const cells = (this.rows[row] ??= []);
    while (cells.length < column) cells.push("");
    cells[column] = value;
  }

  private merge(ref: string): void {
    const [, from = "", first, to = "", last] = RANGE.exec(ref) ?? [];
    if (first === undefined || last === undefined || from !== to) return;
    this.merges.push({ column: columnOf(from), first: Number(first) - 1, last: Number(last) - 1 });
  }
}

/** "A" is 0, "AA" is 26. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.codePointAt(0) ?? 0) - 64;
  return column - 1;
}
