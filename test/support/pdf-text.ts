import { spawnSync } from "node:child_process";

/** `describe`, or a skip that says what is missing: poppler's pdftotext. */
export const describeWithPdfText: (title: string, tests: () => void) => void =
  spawnSync("pdftotext", ["-v"]).error === undefined
    ? describe
    : (title, tests) => describe.skip(`${title} (needs pdftotext, of poppler-utils)`, tests);

/**
 * The lines of a document's pages as they stand on paper, with one space where there are several. Good for Latin
 * letters and figures; the order of Arabic words is to be judged by the picture.
 */
export function linesOf(pdf: Uint8Array): string[] {
  const { stdout, stderr, status } = spawnSync("pdftotext", ["-layout", "-", "-"], { input: pdf });
  if (status !== 0) throw new Error(`pdftotext: ${stderr.toString()}`);
  return stdout
    .toString()
    .split(/[\n\f]/)
    .map((line) =>
      line
        .replaceAll(/[\u2066-\u2069]/g, "")
        .replaceAll(/[ \u00a0]+/g, " ")
        .trim(),
    )
    .filter((line) => line !== "");
}
