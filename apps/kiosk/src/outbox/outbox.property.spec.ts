import fc from "fast-check";
import type { Fault } from "./testing/model-server.ts";
import { TestKiosk } from "./testing/test-kiosk.ts";

type Step =
  | { do: "tap"; headcount: number; direction: "in" | "out" }
  | { do: "undo"; back: number }
  | { do: "send"; fault: Fault }
  | { do: "reload" }
  | { do: "pass"; ms: number };

const faults: Fault[] = ["none", "offline", "lost", "server_error", "overloaded", "portal", "half_an_answer"];

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("tap" as const),
      headcount: fc.integer({ min: 1, max: 1000 }),
      direction: fc.constantFrom("in" as const, "out" as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("undo" as const), back: fc.nat(5) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("send" as const), fault: fc.constantFrom(...faults) }) },
  { weight: 1, arbitrary: fc.constant({ do: "reload" as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("pass" as const), ms: fc.integer({ min: 1, max: 20 * 60_000 }) }),
  },
);

/** Runs the steps on a fresh kiosk and returns it with what was tapped and not taken back. */
async function play(steps: readonly Step[]) {
  const kiosk = new TestKiosk();
  const standing = new Map<string, number>();
  const tapped: string[] = [];
  for (const one of steps) {
    switch (one.do) {
      case "tap": {
        const id = await kiosk.tap(one.headcount, one.direction);
        tapped.push(id);
        standing.set(id, one.direction === "in" ? one.headcount : -one.headcount);
        break;
      }
      case "undo": {
        const id = tapped.at(-1 - one.back);
        if (id !== undefined && (await kiosk.outbox.undo(id))) standing.delete(id);
        break;
      }
      case "send":
        kiosk.server.faults = [one.fault];
        await kiosk.sender.exchange();
        break;
      case "reload":
        kiosk.reload();
        break;
      case "pass":
        kiosk.now += one.ms;
    }
  }
  kiosk.server.faults = [];
  const expected = [...standing.values()].reduce((sum, headcount) => sum + headcount, 0);
  return { kiosk, tapped, expected };
}

describe("outbox, whatever happens", () => {
  it("E2, E3: every tap is recorded exactly once, and nothing is left waiting", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { kiosk, tapped, expected } = await play(steps);
        await kiosk.drain();
        const view = await kiosk.view();
        expect([...kiosk.server.entries.keys()].sort()).toEqual([...tapped].sort());
        expect(kiosk.server.inside).toBe(expected);
        expect([view.pending, view.waiting, view.refused]).toEqual([0, [], []]);
      }),
      { numRuns: 60 },
    );
  });

  it("E2: at no moment is a tap known neither to the disk nor to the service", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { kiosk, tapped } = await play(steps);
        const waiting = (await kiosk.store.nextBatch("open-days", 500)).map(({ id }) => id);
        const known = new Set([...waiting, ...kiosk.server.entries.keys()]);
        expect(tapped.filter((id) => !known.has(id))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
