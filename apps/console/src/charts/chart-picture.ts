import arabicFont from "@fontsource-variable/readex-pro/files/readex-pro-arabic-wght-normal.woff2?url";
import latinFont from "@fontsource-variable/readex-pro/files/readex-pro-latin-wght-normal.woff2?url";
import type { Direction } from "@abwab/ui";
import type { EChartsCoreOption } from "echarts/core";
import type { LegendEntry } from "./chart-legend.tsx";
import { init } from "./chart-library.ts";
import { chartFont, chartInk } from "./chart-looks.ts";
import { legendRows } from "./picture-legend.ts";

/** Pixels; a PNG has twice as many, for print and for sharp screens. */
export const PICTURE = { width: 1200, height: 675, scale: 2 } as const;
const EDGE = 40;
const INK = "#1f2a26";

export interface ChartPicture {
  option: EChartsCoreOption;
  title: string;
  /** Of which edition, as of when. */
  subtitle: string;
  /** Where the figures come from. */
  source: string;
  direction: Direction;
  language: string;
  legend?: readonly LegendEntry[] | undefined;
}

/** The chart by itself as an SVG document: it needs neither the page nor its fonts. */
export async function svgOf({
  option,
  title,
  subtitle,
  source,
  direction,
  language,
  legend = [],
}: ChartPicture): Promise<string> {
  const { width, height } = PICTURE;
  const rtl = direction === "rtl";
  const start = rtl ? width - EDGE : EDGE;
  const rows = legendRows(legend, width - 2 * EDGE, rtl);
  const top = 104 + rows.height;
  const chart = drawn(option, width - 2 * EDGE, height - top - 56);
  const line = (y: number, size: number, weight: number, color: string, text: string) =>
    `<text x="${start}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${color}">${escaped(text)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` font-family="${escaped(chartFont)}" direction="${direction}" xml:lang="${language}">`,
    `<title>${escaped(title)}</title><desc>${escaped(`${subtitle}. ${source}`)}</desc>`,
    `<style>${await fontFaces()}</style>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    line(52, 26, 600, INK, title),
    line(82, 16, 400, chartInk, subtitle),
    `<g transform="translate(${EDGE} 104)">${rows.svg}</g>`,
    // What the library draws is placed from the left, whichever way the page runs.
    `<g transform="translate(${EDGE} ${top})" direction="ltr">${chart}</g>`,
    line(height - 20, 13, 400, chartInk, source),
    "</svg>",
  ].join("");
}

/** The same as pixels. */
export async function pngOf(svg: string): Promise<Blob> {
  const { width, height, scale } = PICTURE;
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image(width * scale, height * scale);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The browser made no picture."))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function drawn(option: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ ...option, animation: false });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** A picture is shown where the page's fonts aren't: it brings the letters that it needs. */
async function fontFaces(): Promise<string> {
  const faces = await Promise.all(
    [
      { address: arabicFont, range: "U+0600-06FF,U+0750-077F,U+FB50-FDFF,U+FE70-FEFF" },
      { address: latinFont, range: "U+0000-024F,U+2000-206F,U+2212,U+202F" },
    ].map(async ({ address, range }) => {
      const font = await fetch(address);
      if (!font.ok) throw new Error(`The font was answered ${font.status}.`);
      return `@font-face{font-family:'Readex Pro Variable';font-weight:160 700;src:url(${await dataAddress(await font.blob())}) format('woff2');unicode-range:${range}}`;
    }),
  );
  return faces.join("");
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      if (typeof reader.result === "string") resolve(reader.result);
      else reject(new Error("The font is no text."));
    });
    reader.addEventListener("error", () => reject(reader.error ?? new Error("The font could not be read.")));
    reader.readAsDataURL(blob);
  });
}

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
