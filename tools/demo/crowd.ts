import type { CountRow, Direction } from "@abwab/contract";
import type { Park, Place } from "./park.ts";
import { nextParty, type VisitorParty } from "./visitor-party.ts";

/** Somebody goes through a door. */
export interface Crossing {
  readonly checkpoint: string;
  readonly direction: Direction;
  readonly headcount: number;
  readonly category: string;
  /** ms since the epoch. */
  readonly at: number;
}

const secondMs = 1000;
const stay = { least: 40, most: 160 };
const walk = { least: 15, most: 90 };
const visits = { least: 2, most: 7 };
/** In, out, and twice that for each place on the way. */
export const crossingsOfAParty = 2 + (visits.least + visits.most);
/** How long a place stays in fashion, in seconds. */
const fashionSeconds = 420;

/**
 * A crowd that walks through a park: parties come through a gate, visit a few places, each for a minute or two, and
 * leave. One seed gives one crowd.
 */
export class Crowd {
  readonly #park: Park;
  readonly #random: () => number;
  /** What is going to happen, by second. */
  readonly #planned = new Map<number, Crossing[]>();
  #arriving = 0;

  constructor(park: Park, random: () => number) {
    this.#park = park;
    this.#random = random;
  }

  /** Takes over who is inside already: whoever is in a zone leaves it, and those on the site go on with their visit. */
  adopt(rows: readonly CountRow[], second: number): void {
    const insideOf = (zone: string): number => Math.max(0, rows.find((row) => row.zone === zone)?.inside ?? 0);
    for (const place of this.#park.attractions) {
      for (const party of this.#parties(insideOf(place.zone))) {
        this.#cross(second + this.#between(1, stay.most), place.exits, "out", party);
      }
    }
    for (const gate of this.#park.gates) {
      for (const party of this.#parties(insideOf(gate.zone))) {
        this.#visit(party, second + this.#between(0, stay.most), this.#between(0, visits.most), gate);
      }
    }
  }

  /** What happens in this second, with `parties` (on average) arriving. Seconds are asked for one after another. */
  next(second: number, parties: number): Crossing[] {
    this.#arriving += parties;
    for (; this.#arriving >= 1; this.#arriving -= 1) this.#arrive(nextParty(this.#random), second);
    const crossings = this.#planned.get(second) ?? [];
    this.#planned.delete(second);
    return crossings.sort((a, b) => a.at - b.at);
  }

  #arrive(party: VisitorParty, second: number): void {
    const gate = pick(this.#park.gates, this.#random());
    if (gate) this.#cross(second, gate.entrances, "in", party);
    this.#visit(party, second, this.#between(visits.least, visits.most), gate);
  }

  #visit(party: VisitorParty, from: number, places: number, gate: Place | undefined): void {
    let second = from;
    for (let left = places; left > 0; left -= 1) {
      const place = this.#choose(second);
      if (!place) break;
      second += this.#between(walk.least, walk.most);
      this.#cross(second, place.entrances, "in", party);
      second += this.#between(stay.least, stay.most);
      this.#cross(second, place.exits, "out", party);
    }
    if (gate) this.#cross(second + this.#between(walk.least, walk.most), gate.exits, "out", party);
  }

  /** Parties of so many people together. */
  *#parties(people: number): Generator<VisitorParty> {
    for (let left = people; left > 0;) {
      const party = nextParty(this.#random);
      const headcount = Math.min(left, party.headcount);
      left -= headcount;
      yield { ...party, headcount };
    }
  }

  #cross(
    second: number,
    doors: readonly string[],
    direction: Direction,
    { headcount, category }: { headcount: number; category: string },
  ): void {
    const checkpoint = pick(doors, this.#random());
    if (checkpoint === undefined) return;
    const at = second * secondMs + Math.floor(this.#random() * secondMs);
    const crossing = { checkpoint, direction, headcount, category, at };
    const others = this.#planned.get(second);
    if (others) others.push(crossing);
    else this.#planned.set(second, [crossing]);
  }

  /** Places come into fashion and out of it, so that their curves differ. */
  #choose(second: number): Place | undefined {
    const weights = this.#park.attractions.map(({ attraction }, index) => {
      const phase = (second / fashionSeconds + index * 0.37) * 2 * Math.PI;
      return attraction * (1 + 0.5 * Math.sin(phase));
    });
    let left = this.#random() * weights.reduce((sum, weight) => sum + weight, 0);
    return this.#park.attractions[weights.findIndex((weight) => (left -= weight) < 0)];
  }

  #between(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }
}

function pick<Item>(items: readonly Item[], random: number): Item | undefined {
  return items[Math.floor(random * items.length)];
}
