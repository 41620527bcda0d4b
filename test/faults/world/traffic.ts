import { setTimeout as delay } from "node:timers/promises";
import { between } from "./chance.ts";
import type { Kiosk } from "./kiosk.ts";
import type { World } from "./world.ts";

/** All kiosks of a world at work: they make crossings, take some back, lose their page and send, until told to end. */
export class Traffic implements AsyncDisposable {
  readonly #world: World;
  readonly #ending = new AbortController();
  readonly #work: Promise<unknown>;

  constructor(world: World) {
    this.#world = world;
    this.#work = Promise.all(world.kiosks.map((kiosk) => this.#keepSending(kiosk)));
    // Whoever waits hears of a fault; it must not end the process before.
    this.#work.catch(() => undefined);
  }

  /** Resolves when so many more items have been acknowledged. */
  async more(count: number): Promise<void> {
    await Promise.race([this.#work, this.#world.journal.more(count)]);
  }

  /** Resolves when every outbox is empty. */
  async end(): Promise<void> {
    this.#ending.abort();
    await this.#work;
    await Promise.all(this.#world.kiosks.map((kiosk) => kiosk.drain()));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending.abort();
    await this.#work;
  }

  async #keepSending(kiosk: Kiosk): Promise<void> {
    const { random } = this.#world;
    while (!this.#ending.signal.aborted) {
      for (let taps = between(random, 5, 40); taps > 0; taps -= 1) await kiosk.tap();
      if (random() < 0.5) await kiosk.takeBack(await kiosk.tap());
      if (random() < 0.1) kiosk.reload();
      await kiosk.drain(this.#ending.signal);
      // People come in groups; a test needs its processor for others as well.
      await delay(between(random, 5, 40));
    }
  }
}
