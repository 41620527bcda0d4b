import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import type { DrawnPage } from "../../apps/api/src/documents/draw-pages.ts";

/** Pictures as they are kept: in shades of grey, so that all of them stay small. */
const GREY = 0;
const SHADES = 16;
/** How far a pixel's shade may be off before it counts as another one (0 to 1). */
const SAME_SHADE = 0.1;
/** Share of a page's pixels that may be others: a digit is about twice as many. */
const MOST_DIFFERENT = 0.000_05;

/** What each shade is kept as. */
const keptShades = Uint8Array.from({ length: 256 }, (_, shade) => {
  const step = 255 / (SHADES - 1);
  return Math.round(Math.round(shade / step) * step);
});

const kept = path.join(import.meta.dirname, "pages");
const differences = path.join(import.meta.dirname, "../../test-results/pictures");

/** A page as it is kept. */
export function encodePage({ width, height, pixels }: DrawnPage): Buffer {
  const png = new PNG({ width, height, inputColorType: GREY, colorType: GREY, inputHasAlpha: false });
  png.data = Buffer.from(pixels.map((shade) => keptShades[shade] ?? shade));
  // Plain areas and few shades: unfiltered rows are the smallest, and the quickest to write.
  return PNG.sync.write(png, {
    inputColorType: GREY,
    colorType: GREY,
    inputHasAlpha: false,
    filterType: 0,
    deflateStrategy: 0,
  });
}

/** How many pictures are kept of a document's pages. */
export const countKept = (document: string): number => keptOf(document).length;

const keptOf = (document: string): string[] =>
  existsSync(kept) ? readdirSync(kept).filter((name) => new RegExp(`^${document}-\\d+\\.png$`).test(name)) : [];

/** Keeps the pages of a document in place of those kept so far. */
export function keepPages(document: string, pages: readonly Buffer[]): void {
  mkdirSync(kept, { recursive: true });
  for (const name of keptOf(document)) rmSync(path.join(kept, name));
  for (const [index, page] of pages.entries()) writeFileSync(path.join(kept, `${document}-${index + 1}.png`), page);
}

/**
 * Compares a page with the picture kept of it.
 *
 * @returns null where they are the same; else a sentence, after both have been laid side by side in test-results
 */
export function differenceOf(page: string, picture: Buffer): string | null {
  const file = path.join(kept, `${page}.png`);
  if (!existsSync(file)) return `No picture is kept of ${page}.`;
  const before = PNG.sync.read(readFileSync(file));
  const now = PNG.sync.read(picture);
  if (before.width !== now.width || before.height !== now.height) {
    return `${page} was ${before.width} × ${before.height}, and is ${now.width} × ${now.height} pixels.`;
  }
  const { width, height } = now;
  const drawn = new PNG({ width, height });
  const count = pixelmatch(before.data, now.data, drawn.data, width, height, { threshold: SAME_SHADE });
  if (count <= width * height * MOST_DIFFERENT) return null;
  mkdirSync(differences, { recursive: true });
  writeFileSync(path.join(differences, `${page}.now.png`), picture);
  writeFileSync(path.join(differences, `${page}.difference.png`), PNG.sync.write(drawn));
  return `${page}: ${count} pixels are others than in the picture kept. See test-results/pictures/${page}.difference.png.`;
}
