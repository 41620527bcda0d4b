import { applyTick, watchCounts } from "@abwab/api-client";
import type { CountSnapshot } from "@abwab/contract";

/** A wall screen: it shows a snapshot and folds in ticks, as the console does, and connects again by itself. */
export class Screen implements Disposable {
  shown: CountSnapshot | undefined;
  refusedBy: string | undefined;
  isLive = false;
  readonly url: string;
  readonly #watch: { close(): void };
  readonly #waiting = new Set<() => void>();

  constructor(url: string, token: string, edition: string) {
    this.url = url;
    this.#watch = watchCounts({
      baseUrl: url,
      token,
      edition,
      onSnapshot: (snapshot) => this.#show(snapshot),
      onTick: (tick) => {
        if (this.shown !== undefined) this.#show(applyTick(this.shown, tick));
      },
      onConnection: (state) => {
        this.isLive = state === "live";
        for (const look of this.#waiting) look();
      },
      onRefused: (code) => {
        this.refusedBy = code;
        for (const look of this.#waiting) look();
      },
    });
  }

  /** Resolves with true as soon as it shows what is expected, with false when it has not in that time. */
  async until(isExpected: (shown: CountSnapshot) => boolean, ms: number): Promise<boolean> {
    const isThere = (): boolean => this.shown !== undefined && isExpected(this.shown);
    if (isThere()) return true;
    return new Promise((resolve) => {
      const end = (result: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(result);
      };
      const look = (): void => {
        if (isThere()) end(true);
      };
      const timer = setTimeout(() => end(false), ms);
      this.#waiting.add(look);
    });
  }

  /** Resolves with true as soon as it is connected and shows something, with false when it is not in that time. */
  reconnected(ms: number): Promise<boolean> {
    return this.until(() => this.isLive, ms);
  }

  #show(snapshot: CountSnapshot): void {
    this.shown = snapshot;
    for (const look of this.#waiting) look();
  }

  [Symbol.dispose](): void {
    this.#watch.close();
  }
}
