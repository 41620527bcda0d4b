import { encode } from "uqr";

/** Modules of white around a QR code (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** Stands in the data of a document where a QR code of `text` is to be drawn. */
export interface QrCode {
  qrCodeOf: string;
}
export const qrCode = (text: string): QrCode => ({ qrCodeOf: text });

export const isQrCode = (value: unknown): value is QrCode =>
  typeof value === "object" && value !== null && "qrCodeOf" in value && typeof value.qrCodeOf === "string";

/** A QR code with error correction M as an SVG: one path, a stroke as wide as a module for each run of dark ones. */
export function drawQrCode(text: string): string {
  const { data, size } = encode(text, { ecc: "M", border: QUIET_ZONE });
  const runs: string[] = [];
  for (const [y, row] of data.entries()) {
    for (let x = row.indexOf(true); x !== -1; x = row.indexOf(true, x)) {
      const light = row.indexOf(false, x);
      const end = light === -1 ? size : light;
      runs.push(`M${x} ${y + 0.5}h${end - x}`);
      x = end;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path stroke="#000" d="${runs.join("")}"/></svg>`;
}
