import fc from "fast-check";

/**
 * One thing that happens at the gate; `slot` is how many minutes ago, so that later things may lie before earlier ones; a late entry
 * is delivered after all that happens at the same time, its void too.
 */
export type Event =
  | { kind: "entry"; direction: "in" | "out"; headcount: number; slot: number; isLate: boolean }
  | { kind: "void"; of: number }
  | { kind: "again"; of: number }
  | { kind: "anchor"; inside: number; slot: number }
  | { kind: "adjustment"; direction: "in" | "out"; headcount: number; slot: number }
  | { kind: "restart" };

const anyDirection = fc.constantFrom("in" as const, "out" as const);
const slot = fc.integer({ min: 0, max: 12 });
const of = fc.nat(40);
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("entry" as const),
      direction: anyDirection,
      headcount: fc.integer({ min: 1, max: 1000 }),
      slot,
      isLate: fc.integer({ min: 0, max: 3 }).map((it) => it === 3),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("void" as const), of }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("again" as const), of }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("anchor" as const), inside: fc.nat(2000), slot }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("adjustment" as const),
      direction: anyDirection,
      headcount: fc.integer({ min: 1, max: 500 }),
      slot,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("restart" as const) }) },
);

/** What happens at once, group after group. */
export const history = fc.array(fc.array(event, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 });

interface Movement {
  at: number;
  by: number;
}

/** The whole of C1 and C2 in thirty lines: what the zone's figures have to be. */
export class LedgerModel {
  readonly #movements: Movement[] = [];
  readonly #anchors: { at: number; inside: number }[] = [];
  entered = 0;
  exited = 0;

  move(at: number, direction: "in" | "out", headcount: number): void {
    this.#movements.push({ at, by: direction === "in" ? headcount : -headcount });
    if (direction === "in") this.entered += headcount;
    else this.exited += headcount;
  }

  anchor(at: number, inside: number): void {
    this.#anchors.push({ at, inside });
  }

  get inside(): number {
    const latest = this.#anchors.reduce((a, b) => (b.at > a.at ? b : a), { at: -Infinity, inside: 0 });
    return this.#movements.reduce((sum, { at, by }) => (at > latest.at ? sum + by : sum), latest.inside);
  }
}
