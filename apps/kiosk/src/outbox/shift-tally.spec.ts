import { Outbox } from "./outbox.ts";
import { TestKiosk } from "./testing/test-kiosk.ts";

/** A kiosk that somebody works. */
function staffedKiosk() {
  const kiosk = new TestKiosk();
  kiosk.outbox = new Outbox({ ...kiosk.parts(), duty: () => ({ operator: "A7", shift: "morning" }) });
  return kiosk;
}
const tallyOf = async ({ store }: TestKiosk) => {
  const tally = await store.shiftTally("morning");
  return [tally?.entries, tally?.in, tally?.out];
};

describe("outbox: shifts", () => {
  it("sends who was at work with an entry", async () => {
    const kiosk = staffedKiosk();
    await kiosk.tap();
    expect(await kiosk.store.waitingItems("open-days")).toMatchObject([{ operator: "A7" }]);
  });

  it("adds up what a shift has counted, less what it took back", async () => {
    const kiosk = staffedKiosk();
    const group = await kiosk.tap(40);
    await kiosk.tap(2);
    await kiosk.tap(1, "out");
    await kiosk.outbox.undo(group);
    await kiosk.drain();
    expect(await tallyOf(kiosk)).toEqual([2, 2, 1]);
  });

  it("does not add what the service refused, nor its void", async () => {
    const kiosk = staffedKiosk();
    const id = await kiosk.tap(40);
    await kiosk.tap(3);
    await kiosk.outbox.undo(id);
    kiosk.server.refuse.set(id, "unknown_checkpoint");
    await kiosk.drain();
    expect(await tallyOf(kiosk)).toEqual([1, 3, 0]);
  });

  it("adds it again when a person sends it again", async () => {
    const kiosk = staffedKiosk();
    const id = await kiosk.tap(40);
    kiosk.server.refuse.set(id, "unknown_checkpoint");
    await kiosk.drain();
    kiosk.server.refuse.clear();
    await kiosk.outbox.acknowledge(id, true);
    await kiosk.drain();
    expect(await tallyOf(kiosk)).toEqual([1, 40, 0]);
  });
});
