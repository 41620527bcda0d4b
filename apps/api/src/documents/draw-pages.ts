import { PDFiumLibrary } from "@hyzyla/pdfium";

const POINTS_PER_INCH = 72;

/** A page as a picture: its pixels row by row, as red, green, blue and opacity, or one shade of grey each. */
export interface DrawnPage {
  width: number;
  height: number;
  pixels: Uint8Array;
}

export interface Drawing {
  dotsPerInch: number;
  colors: "rgba" | "grey";
  /** Only so many of the first pages. */
  most?: number;
}

let library: Promise<PDFiumLibrary> | undefined;

/** Draws the pages of a PDF as they look on paper: the same pixels on each machine. */
export async function drawPages(
  pdf: Uint8Array,
  { dotsPerInch, colors, most = Infinity }: Drawing,
): Promise<DrawnPage[]> {
  const document = await (await (library ??= PDFiumLibrary.init())).loadDocument(pdf);
  try {
    const drawn: DrawnPage[] = [];
    for (const page of document.pages()) {
      if (drawn.length >= most) break;
      const { width, height, data } = await page.render({
        scale: dotsPerInch / POINTS_PER_INCH,
        render: "bitmap",
        colorSpace: colors === "rgba" ? "BGRA" : "Gray",
      });
      drawn.push({ width, height, pixels: data });
    }
    return drawn;
  } finally {
    document.destroy();
  }
}
