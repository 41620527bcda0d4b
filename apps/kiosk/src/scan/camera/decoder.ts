import type { Look, Seen } from "./decode-worker.ts";

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

  /** What the video shows now. */
  async look(video: HTMLVideoElement): Promise<Seen> {
    const picture = await pictureOf(video);
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

/** Handed to the worker as it is where a browser can: to copy and to scale it here would hold the screen up. */
const pictureOf = (video: HTMLVideoElement): VideoFrame | Promise<ImageBitmap> =>
  typeof VideoFrame === "undefined" ? createImageBitmap(video) : new VideoFrame(video);
