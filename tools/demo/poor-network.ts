import type { DemoKiosk } from "./demo-kiosk.ts";

const slowShare = 0.05;
/** At any time about this share of the kiosks is being unheard of, each for a minute and a half to three. */
const lostShare = 0.03;
const outage = { least: 90, most: 180 };

/** Gives a few kiosks a bad network, so that screens show what is silent and what is pending. */
export class PoorNetwork {
  readonly #kiosks: readonly DemoKiosk[];
  readonly #random: () => number;
  readonly #backAt = new Map<DemoKiosk, number>();

  constructor(kiosks: readonly DemoKiosk[], random: () => number) {
    this.#kiosks = kiosks;
    this.#random = random;
    for (const kiosk of kiosks) if (random() < slowShare) kiosk.link = "slow";
  }

  /** Once a second. */
  next(second: number): void {
    for (const [kiosk, backAt] of this.#backAt) {
      if (second < backAt) continue;
      kiosk.link = "good";
      this.#backAt.delete(kiosk);
    }
    const wanted = Math.max(1, Math.round(this.#kiosks.length * lostShare));
    if (this.#backAt.size >= wanted || this.#random() > 0.2) return;
    const kiosk = this.#kiosks[Math.floor(this.#random() * this.#kiosks.length)];
    if (!kiosk || kiosk.link !== "good") return;
    kiosk.link = "lost";
    this.#backAt.set(kiosk, second + outage.least + Math.floor(this.#random() * (outage.most - outage.least)));
  }
}
