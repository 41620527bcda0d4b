import { newReachFigure, qualifier, reachOrigin, type Edition, type NewReachFigure } from "@abwab/contract";
import { instantOf } from "../pavilion/moment-field.tsx";

export type PastedFault =
  | "wrongColumns"
  | "wrongChannel"
  | "wrongDay"
  | "wrongValue"
  | "wrongSource"
  | "wrongAt"
  | "wrongWord";

export interface Pasted {
  rows: NewReachFigure[];
  faults: { line: number; what: PastedFault }[];
}

const COLUMNS = 5;

/** Lines of channel, day, views, source, time and, if given, qualifier and origin, parted by tabs, semicolons or commas. */
export function readPasted(edition: Edition, text: string): Pasted {
  const pasted: Pasted = { rows: [], faults: [] };
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === "") continue;
    const cells = cellsOf(line);
    // A first line without any figure is a line of titles.
    if (index === 0 && !/\d/.test(line)) continue;
    const row = readRow(edition, cells);
    if (typeof row === "string") pasted.faults.push({ line: index + 1, what: row });
    else pasted.rows.push(row);
  }
  return pasted;
}

function readRow(edition: Edition, cells: readonly string[]): NewReachFigure | PastedFault {
  if (cells.length < COLUMNS) return "wrongColumns";
  const [channel = "", day = "", views = "", source = "", at = "", qualified = "", from = ""] = cells;
  if (channel === "") return "wrongChannel";
  if (source === "") return "wrongSource";
  if (day !== "" && !/^\d{4}-\d{2}-\d{2}$/.test(day)) return "wrongDay";
  const value = wholeOf(views);
  if (value === undefined) return "wrongValue";
  const moment = momentOf(edition, at);
  if (moment === undefined) return "wrongAt";
  const [exactness, origin] = [qualifier.safeParse(qualified || "exact"), reachOrigin.safeParse(from || "entered")];
  if (!exactness.success || !origin.success) return "wrongWord";
  const row = { channel, day: day || null, value, source, at: moment, qualifier: exactness.data, origin: origin.data };
  const checked = newReachFigure.safeParse(row);
  if (checked.success) return checked.data;
  return checked.error.issues.some(({ path }) => path[0] === "day") ? "wrongDay" : "wrongValue";
}

/** `1 200 000`, `1.200.000` or `1200000`. */
function wholeOf(text: string): number | undefined {
  const digits = text.replace(/[\s\u00a0\u202f]/g, "").replace(/[.,](?=\d{3}(?:\D|$))/g, "");
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}

/** An instant with an offset, or a date and an hour as the edition's clocks show them. */
function momentOf(edition: Edition, text: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}[T ]([01]\d|2[0-3]):[0-5]\d$/.test(text)) return instantOf(edition, text.replace(" ", "T"));
  const instant = Date.parse(text);
  return /(?:Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(instant) ? new Date(instant).toISOString() : undefined;
}

/** The cells of a line; quoted ones may hold what parts the others (RFC 4180). */
function cellsOf(line: string): string[] {
  const separator = ["\t", ";", ","].find((each) => line.includes(each)) ?? ",";
  const cells = [""];
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const letter = line.charAt(at);
    const last = cells.length - 1;
    if (letter === '"' && quoted && line.charAt(at + 1) === '"') {
      cells[last] += '"';
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) cells.push("");
    else cells[last] += letter;
  }
  return cells.map((cell) => cell.trim());
}
