import type { LegendEntry } from "./chart-legend.tsx";
import { chartFont, chartInk } from "./chart-looks.ts";

const ROW = 24;
const MARK = 26;
const GAP = 9;
const BETWEEN = 22;
const SIZE = 14;

/** The legend of a saved picture: as many rows as it needs, from the reader's side on. */
export function legendRows(
  entries: readonly LegendEntry[],
  width: number,
  rtl: boolean,
): { svg: string; height: number } {
  let x = 0;
  let y = 0;
  const parts = entries.map((entry) => {
    const room = MARK + GAP + widthOf(entry.name);
    if (x > 0 && x + room > width) {
      x = 0;
      y += ROW;
    }
    const place = x;
    x += room + BETWEEN;
    const mark = rtl ? width - place - MARK : place;
    const text = rtl ? width - place - MARK - GAP : place + MARK + GAP;
    const name = entry.name.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return `${markOf(entry, mark, y)}<text x="${text}" y="${y + 12}" font-size="${SIZE}" fill="${chartInk}">${name}</text>`;
  });
  return { svg: parts.join(""), height: entries.length === 0 ? 0 : y + ROW };
}

function markOf({ color, opacity = 1, stroke }: LegendEntry, x: number, y: number): string {
  if (stroke === undefined) {
    return `<rect x="${x}" y="${y}" width="${MARK}" height="12" rx="3" fill="${color}" opacity="${opacity}"/>`;
  }
  const { width, dash } = stroke;
  return `<line x1="${x}" x2="${x + MARK}" y1="${y + 6}" y2="${y + 6}" stroke="${color}" stroke-width="${width}" stroke-dasharray="${dash}"/>`;
}

function widthOf(text: string): number {
  const pen = document.createElement("canvas").getContext("2d");
  if (pen === null) return text.length * SIZE * 0.6;
  pen.font = `${SIZE}px ${chartFont}`;
  return pen.measureText(text).width;
}
