import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";

declare const self: DedicatedWorkerGlobalScope;

/** One picture to look at; `thorough` looks longer. */
export interface Look {
  readonly picture: ImageBitmap;
  readonly thorough: boolean;
}
/** What stood in the picture, and when it was known; milliseconds since the epoch. */
export interface Seen {
  readonly text: string | undefined;
  readonly decodedAt: number;
}

// The decoder is served by us: a kiosk has no other network.
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

const canvas = new OffscreenCanvas(1, 1);
const context = canvas.getContext("2d", { willReadFrequently: true });

self.onmessage = ({ data }: MessageEvent<Look>) => {
  void decode(data).then((text) => self.postMessage({ text, decodedAt: Date.now() } satisfies Seen));
};

async function decode({ picture, thorough }: Look): Promise<string | undefined> {
  const { width, height } = picture;
  canvas.width = width;
  canvas.height = height;
  context?.drawImage(picture, 0, 0);
  picture.close();
  const pixels = context?.getImageData(0, 0, width, height);
  if (!pixels) return undefined;
  const [found] = await readBarcodes(pixels, { formats: ["QRCode"], maxNumberOfSymbols: 1, tryHarder: thorough });
  return found?.isValid ? found.text : undefined;
}
