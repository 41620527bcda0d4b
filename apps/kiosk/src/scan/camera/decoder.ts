import type { Look, Seen } from "./decode-worker.ts";

/** More pixels than this on a side only take longer. */
const LARGEST_SIDE = 720;
/** Every so many looks one that takes longer and finds worse prints. */
const THOROUGH_EVERY = 4;

/** Reads QR codes from pictures, in a worker, one at a time: the screen goes on while it works. */
export class Decoder {
  readonly #worker = new Worker(new URL("decode-worker.ts", import.meta.url), { type: "module", name: "decoder" });
  #looks = 0;
  #answer: (seen: Seen) => void = () => undefined;
  #fail: (error: Error) => void = () => undefined;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<Seen>) => this.#answer(data);
    this.#worker.onerror = ({ message }) => this.#fail(new Error(`the decoder of QR codes has stopped: ${message}`));
  }

  /** What the square in the middle of the video shows: what staff see in the finder, and no more. */
  async look(video: HTMLVideoElement): Promise<Seen> {
    const side = Math.min(video.videoWidth, video.videoHeight);
    const size = Math.min(side, LARGEST_SIDE);
    const [left, top] = [(video.videoWidth - side) / 2, (video.videoHeight - side) / 2];
    const picture = await createImageBitmap(video, left, top, side, side, { resizeWidth: size, resizeHeight: size });
    this.#looks += 1;
    const look: Look = { picture, thorough: this.#looks % THOROUGH_EVERY === 0 };
    return new Promise((resolve, reject) => {
      this.#answer = resolve;
      this.#fail = reject;
      this.#worker.postMessage(look, [picture]);
    });
  }

  close(): void {
    this.#worker.terminate();
  }
}
