import type { Next } from "./sender.ts";

/** Long enough to gather the taps of a moment into one request, too short to be noticed. */
export const GATHER_MS = 150;

export type WakeReason = "tap" | "online";

/** Runs exchanges one after another until stopped; `wake` cuts short the waits that it may. */
export class SendLoop {
  readonly #exchange: () => Promise<Next>;
  readonly #wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** What was heard since the last exchange began: a tap in its midst may have come too late for it. */
  readonly #heard = new Set<WakeReason>();
  #rouse: () => void = () => undefined;

  /** `wait` resolves after so many milliseconds, or as soon as its signal is aborted. */
  constructor(exchange: () => Promise<Next>, wait: (ms: number, signal: AbortSignal) => Promise<void>) {
    this.#exchange = exchange;
    this.#wait = wait;
  }

  wake(reason: WakeReason): void {
    this.#heard.add(reason);
    this.#rouse();
  }

  /** Resolves when the signal is aborted or the sender has stopped for good. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#heard.clear();
      const next = await this.#exchange();
      if ("stopped" in next) return;
      if (next.after > 0) await this.#rest(next, signal);
    }
  }

  async #rest(next: Exclude<Next, { stopped: true }>, signal: AbortSignal): Promise<void> {
    const wakes = () =>
      this.#heard.has("online") ? next.wokenBy !== "nothing" : this.#heard.has("tap") && next.wokenBy === "tap";
    const woken = new AbortController();
    this.#rouse = () => {
      if (wakes()) woken.abort();
    };
    this.#rouse();
    await this.#wait(next.after, AbortSignal.any([signal, woken.signal]));
    this.#rouse = () => undefined;
    if (woken.signal.aborted && next.wokenBy === "tap") await this.#wait(GATHER_MS, signal);
  }
}
