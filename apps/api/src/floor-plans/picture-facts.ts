import type { PlanBackground } from "@abwab/contract";

export type PictureFacts = Pick<PlanBackground, "type" | "width" | "height">;

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** A PNG ends with an empty IEND chunk and its checksum. */
const PNG_END = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);
const JPEG_START = Buffer.from([0xff, 0xd8, 0xff]);
const JPEG_END = Buffer.from([0xff, 0xd9]);
/** Start of scan: compressed picture follows, and no more headers. */
const SCAN = 0xda;

/**
 * What a picture is by its own bytes, whatever its name says: PNG (W3C PNG, 11.2.2) or JPEG (ITU T.81, B.2.2), whole.
 * Undefined for anything else, a cut-off file and an SVG among them.
 */
export function pictureFacts(content: Buffer): PictureFacts | undefined {
  const facts = pngFacts(content) ?? jpegFacts(content);
  return facts && facts.width > 0 && facts.height > 0 ? facts : undefined;
}

function pngFacts(content: Buffer): PictureFacts | undefined {
  const isWhole = content.length >= 45 && content.subarray(-PNG_END.length).equals(PNG_END);
  if (!isWhole || !content.subarray(0, 8).equals(PNG_START)) return undefined;
  if (content.toString("latin1", 12, 16) !== "IHDR") return undefined;
  return { type: "image/png", width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
}

function jpegFacts(content: Buffer): PictureFacts | undefined {
  if (!content.subarray(0, 3).equals(JPEG_START) || content.lastIndexOf(JPEG_END) < content.length / 2) {
    return undefined;
  }
  let at = 2;
  while (at + 9 <= content.length && content[at] === 0xff) {
    const marker = content[at + 1] ?? SCAN;
    if (marker === SCAN) return undefined;
    if (isFrame(marker)) {
      return { type: "image/jpeg", width: content.readUInt16BE(at + 7), height: content.readUInt16BE(at + 5) };
    }
    at += 2 + content.readUInt16BE(at + 2);
  }
  return undefined;
}

/** SOF0 to SOF15 without the three of their range that are something else: DHT, JPG and DAC. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
