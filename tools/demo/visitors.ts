import type { CountRow, Edition } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { seededRandom } from "../virtual-kiosk/seeded-random.ts";
import { Crowd, crossingsOfAParty, type Crossing } from "./crowd.ts";
import { busyness } from "./day-curve.ts";
import type { Park } from "./park.ts";

const hourMs = 3_600_000;

/** The crowd of an edition, second by second: more of them at busy hours, a new crowd each day. */
export class Visitors {
  readonly #park: Park;
  readonly #rate: number;
  readonly #seed: string;
  readonly #clock: ReturnType<typeof createCalendar>;
  readonly #calendar: ReturnType<typeof createCalendar>;
  #day: string;
  #crowd: Crowd;

  /**
   * @param rate crossings a second at the busiest hour
   * @param second where it begins, in seconds since the epoch
   * @param present who is inside already
   */
  constructor(
    park: Park,
    edition: Pick<Edition, "timeZone" | "dayCutoff">,
    seed: string,
    rate: number,
    second: number,
    present: readonly CountRow[],
  ) {
    this.#park = park;
    this.#rate = rate;
    this.#seed = seed;
    this.#clock = createCalendar(edition.timeZone, "00:00");
    this.#calendar = createCalendar(edition.timeZone, edition.dayCutoff);
    this.#day = this.#calendar.dayOf(second * 1000);
    this.#crowd = this.#newCrowd();
    this.#crowd.adopt(present, second);
  }

  /**
   * Who crosses in this second. Seconds are asked for one after another.
   *
   * @param at when it really is, ms since the epoch: a crowd that hurries does not change the day
   */
  next(second: number, at = second * 1000): Crossing[] {
    const day = this.#calendar.dayOf(at);
    // At the cut-off everyone inside is counted out: nobody who came the day before may leave once more.
    if (day !== this.#day) {
      this.#day = day;
      this.#crowd = this.#newCrowd();
    }
    return this.#crowd.next(second, (this.#rate * busyness(this.#hour(second))) / crossingsOfAParty);
  }

  #newCrowd(): Crowd {
    return new Crowd(this.#park, seededRandom(`crowd ${this.#seed} ${this.#day}`));
  }

  #hour(second: number): number {
    const midnight = this.#clock.startOf(this.#clock.dayOf(second * 1000));
    return (second * 1000 - midnight) / hourMs;
  }
}
