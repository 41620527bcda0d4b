import { parentPort } from "node:worker_threads";
import { drawPages } from "../../apps/api/src/documents/draw-pages.ts";
import { countKept, differenceOf, encodePage, keepPages } from "./page-pictures.ts";

// A thread of its own: within a test each `Math` and `Buffer` is looked up through the test's context, which makes a
// loop over pixels fifty times slower.

const DOTS_PER_INCH = 72;

export interface PictureRequest {
  /** What its pictures are called after. */
  document: string;
  pdf: Uint8Array;
  /** Keep the pages as they are now. */
  isUpdate: boolean;
}

export interface PictureAnswer {
  pages: number;
  kept: number;
  /** A sentence for each page that looks otherwise. */
  found: string[];
}

parentPort?.on("message", (request: PictureRequest) => {
  void answerTo(request).then((answer) => parentPort?.postMessage(answer));
});

async function answerTo({ document, pdf, isUpdate }: PictureRequest): Promise<PictureAnswer> {
  const pages = (await drawPages(pdf, { dotsPerInch: DOTS_PER_INCH, colors: "grey" })).map(encodePage);
  if (isUpdate) keepPages(document, pages);
  const found = pages.flatMap((page, index) => differenceOf(`${document}-${index + 1}`, page) ?? []);
  return { pages: pages.length, kept: countKept(document), found };
}
