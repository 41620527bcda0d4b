import { PNG } from "pngjs";
import { drawPages } from "./draw-pages.ts";

/** An A4 page is about 910 pixels wide: to be read on a screen. */
const DOTS_PER_INCH = 110;
const RGB = 2;
/** Large plain areas: rows as they are, packed as any text would be, are the smallest and soon done. */
const PLAIN = { filterType: 0, deflateStrategy: 0, deflateLevel: 6 };

/** The first page of a PDF as a PNG. */
export async function drawFirstPage(pdf: Uint8Array): Promise<Uint8Array> {
  const [page] = await drawPages(pdf, { dotsPerInch: DOTS_PER_INCH, colors: "rgba", most: 1 });
  if (page === undefined) throw new Error("The document has no page.");
  const { width, height, pixels } = page;
  const png = new PNG({ width, height });
  png.data = Buffer.from(pixels);
  return PNG.sync.write(png, { colorType: RGB, ...PLAIN });
}
