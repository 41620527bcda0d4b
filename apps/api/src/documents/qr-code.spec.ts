import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { drawQrCode } from "./qr-code.ts";

const TOKEN = `eyJhbGciOiJFZERTQSJ9.${"aB3-_x".repeat(40)}.${"Z9".repeat(43)}`;
const PIXELS = 4;

prepareZXingModule({
  overrides: {
    wasmBinary: readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm")).buffer,
  },
});

/** The strokes of the drawing as a grey image (netpbm's PGM). */
function rasterise(svg: string): Uint8Array {
  const width = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]) * PIXELS;
  const pixels = Buffer.alloc(width * width, 255);
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)\.5h(\d+)/g)) {
    for (let row = Number(y) * PIXELS; row < (Number(y) + 1) * PIXELS; row++) {
      const start = row * width + Number(x) * PIXELS;
      pixels.fill(0, start, start + Number(length) * PIXELS);
    }
  }
  return Buffer.concat([Buffer.from(`P5 ${width} ${width} 255\n`), pixels]);
}

describe("a drawn QR code", () => {
  it("says its text, with error correction M and four modules of white around", async () => {
    const [code] = await readBarcodes(rasterise(drawQrCode(TOKEN)), { formats: ["QRCode"] });
    expect(code).toMatchObject({ text: TOKEN, ecLevel: "M" });
    expect(code?.position.topLeft).toEqual({ x: 4 * PIXELS, y: 4 * PIXELS });
  });
});
