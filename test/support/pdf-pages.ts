import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const DOTS_PER_INCH = 200;
const MOST_CODES = 20;

prepareZXingModule({
  overrides: {
    wasmBinary: readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm")).buffer,
  },
});

/** Whether pages can be drawn here: poppler's pdftoppm. */
export const canDrawPages = spawnSync("pdftoppm", ["-v"]).error === undefined;

/** `describe`, or a skip that says what is missing. */
export const describeWithPages: (title: string, tests: () => void) => void = canDrawPages
  ? describe
  : (title, tests) => describe.skip(`${title} (needs pdftoppm, of poppler-utils)`, tests);

export interface PdfPage {
  /** In millimetres. */
  width: number;
  height: number;
  /** What its QR codes say, in the order of reading. */
  codes: string[];
}

/** Draws the pages of a document and reads their QR codes. */
export async function readPages(pdf: Uint8Array): Promise<PdfPage[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "abwab-pages-"));
  try {
    const file = path.join(folder, "document.pdf");
    writeFileSync(file, pdf);
    const drawn = spawnSync("pdftoppm", ["-png", "-r", String(DOTS_PER_INCH), file, path.join(folder, "page")]);
    if (drawn.status !== 0) throw new Error(`pdftoppm: ${drawn.stderr.toString()}`);
    const images = readdirSync(folder).filter((name) => name.endsWith(".png"));
    return await Promise.all(images.toSorted().map((name) => readPage(readFileSync(path.join(folder, name)))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The words of a document, as they stand on the lines of its pages. */
export function readText(pdf: Uint8Array): string {
  const read = spawnSync("pdftotext", ["-layout", "-", "-"], { input: pdf });
  if (read.status !== 0) throw new Error(`pdftotext: ${read.stderr.toString()}`);
  return read.stdout.toString().replaceAll("\u00a0", " ");
}

async function readPage(png: Buffer): Promise<PdfPage> {
  const found = await readBarcodes(png, { formats: ["QRCode"], maxNumberOfSymbols: MOST_CODES });
  const toMillimetres = (pixels: number): number => Math.round((pixels / DOTS_PER_INCH) * 25.4);
  return {
    // Of the header: IHDR begins at byte 8 and its fields at 16.
    width: toMillimetres(png.readUInt32BE(16)),
    height: toMillimetres(png.readUInt32BE(20)),
    codes: found
      .toSorted((a, b) => a.position.topLeft.y - b.position.topLeft.y || a.position.topLeft.x - b.position.topLeft.x)
      .map(({ text }) => text),
  };
}
