import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";

declare const self: DedicatedWorkerGlobalScope;

/** One picture to look at; `thorough` looks longer. */
export interface Look {
  readonly picture: VideoFrame | ImageBitmap;
  readonly thorough: boolean;
}
/** What stood in the picture, and when it was known; milliseconds since the epoch. */
export interface Seen {
  readonly text: string | undefined;
  readonly decodedAt: number;
}

// The decoder is served by us: a kiosk has no other network.
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

/** More pixels than this on a side only take longer. */
const LARGEST_SIDE = 720;

const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext("2d", { willReadFrequently: true });

self.onmessage = ({ data }: MessageEvent<Look>) => {
  void decode(data).then((text) => self.postMessage({ text, decodedAt: Date.now() } satisfies Seen));
};

async function decode({ picture, thorough }: Look): Promise<string | undefined> {
  const [width, height] = sizeOf(picture);
  // The square in the middle: what staff see in the finder, and no more.
  const side = Math.min(width, height);
  const size = Math.min(side, LARGEST_SIDE);
  canvas.width = size;
  canvas.height = size;
  context?.drawImage(picture, (width - side) / 2, (height - side) / 2, side, side, 0, 0, size, size);
  picture.close();
  const pixels = context?.getImageData(0, 0, size, size);
  if (!pixels) return undefined;
  const [found] = await readBarcodes(pixels, { formats: ["QRCode"], maxNumberOfSymbols: 1, tryHarder: thorough });
  return found?.isValid ? found.text : undefined;
}

const sizeOf = (picture: VideoFrame | ImageBitmap): [number, number] =>
  "displayWidth" in picture ? [picture.displayWidth, picture.displayHeight] : [picture.width, picture.height];
