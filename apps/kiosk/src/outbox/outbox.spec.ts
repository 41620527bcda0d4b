import { TestKiosk } from "./testing/test-kiosk.ts";

describe("outbox", () => {
  it("E2: an entry is on the disk with its id before it is sent", async () => {
    const kiosk = new TestKiosk();
    const id = await kiosk.tap();
    expect(kiosk.server.requests).toEqual([]);
    kiosk.reload();
    expect((await kiosk.view()).recent).toMatchObject([{ id, state: "queued", item: { id, headcount: 1 } }]);
  });

  it("E3: an entry is settled by the service's answer, and no longer waits", async () => {
    const kiosk = new TestKiosk();
    const id = await kiosk.tap(7);
    expect(await kiosk.waiting()).toBe(7);
    await kiosk.sender.exchange();
    expect(await kiosk.stateOf(id)).toBe("recorded");
    expect(await kiosk.waiting()).toBe(0);
  });

  it("E2: an answer lost on the way is asked for again and counts once", async () => {
    const kiosk = new TestKiosk();
    const id = await kiosk.tap(3);
    kiosk.server.faults = ["lost"];
    await kiosk.sender.exchange();
    expect(await kiosk.stateOf(id)).toBe("queued");
    await kiosk.sender.exchange();
    expect(await kiosk.stateOf(id)).toBe("duplicate");
    expect(kiosk.server.inside).toBe(3);
  });

  it("E2: an entry in flight when the page died is sent again, with the same content", async () => {
    const kiosk = new TestKiosk();
    const id = await kiosk.tap();
    kiosk.server.faults = ["lost"];
    await kiosk.sender.exchange();
    kiosk.reload();
    kiosk.now += 3 * 86_400_000;
    await kiosk.drain();
    expect(await kiosk.stateOf(id)).toBe("duplicate");
    expect(kiosk.server.entries.size).toBe(1);
  });

  it("E4: a refused entry stands apart from the rest of its batch and is kept for a person", async () => {
    const kiosk = new TestKiosk();
    const [first, second, third] = [await kiosk.tap(), await kiosk.tap(), await kiosk.tap()];
    kiosk.server.refuse.set(second, "direction_not_allowed");
    await kiosk.sender.exchange();
    expect(await Promise.all([first, second, third].map((id) => kiosk.stateOf(id)))).toEqual([
      "recorded",
      "direction_not_allowed",
      "recorded",
    ]);
    expect((await kiosk.view()).refused).toMatchObject([{ id: second }]);
    expect(await kiosk.waiting()).toBe(0);
  });

  it("E4: a person can have a refused entry sent again", async () => {
    const kiosk = new TestKiosk();
    const id = await kiosk.tap(4);
    kiosk.server.refuse.set(id, "edition_archived");
    await kiosk.sender.exchange();
    kiosk.server.refuse.clear();
    await kiosk.outbox.acknowledge(id, true);
    await kiosk.sender.exchange();
    expect(await kiosk.stateOf(id)).toBe("recorded");
    expect((await kiosk.view()).refused).toEqual([]);
  });

  it("E4: an item that spoils the whole request is found by halving, and the others are recorded", async () => {
    const kiosk = new TestKiosk();
    const ids: string[] = [];
    for (let i = 0; i < 21; i++) ids.push(await kiosk.tap());
    const poison = ids[13] ?? "";
    kiosk.server.poison.add(poison);
    await kiosk.drain(30);
    expect(kiosk.server.entries.size).toBe(20);
    expect((await kiosk.view()).refused.map(({ id }) => id)).toEqual([poison]);
  });

  it("sends at most five hundred entries at a time, the newest first: nobody waits behind a day without network", async () => {
    const kiosk = new TestKiosk();
    const ids: string[] = [];
    for (let i = 0; i < 501; i++) ids.push(await kiosk.tap());
    await kiosk.drain(2);
    expect(kiosk.server.requests.map((request) => request.ids)).toEqual([ids.slice(1), ids.slice(0, 1)]);
  });

  it("C4: reports what will still wait after the request, and a heartbeat when nothing does", async () => {
    const kiosk = new TestKiosk();
    for (let i = 0; i < 501; i++) await kiosk.tap();
    await kiosk.drain();
    await kiosk.sender.exchange();
    expect(kiosk.server.requests.map(({ ids, pending }) => [ids.length, pending])).toEqual([
      [500, 1],
      [1, 0],
      [0, 0],
    ]);
  });

  it("forgets settled entries only when they can no longer be taken back and are no longer shown", async () => {
    const kiosk = new TestKiosk();
    const old = await kiosk.tap();
    for (let i = 0; i < 20; i++) await kiosk.tap();
    await kiosk.sender.exchange();
    await kiosk.sender.exchange();
    expect(await kiosk.outbox.undo(old)).toBe(true);
    await kiosk.sender.exchange();
    kiosk.now += 61 * 60_000;
    await kiosk.sender.exchange();
    expect((await kiosk.view()).recent).toHaveLength(20);
    kiosk.now -= 61 * 60_000;
    expect(await kiosk.outbox.undo(old)).toBe(false);
  });
});

describe("outbox: undo (E1)", () => {
  it("takes an entry back by a void with an id of its own, sent after it", async () => {
    const kiosk = new TestKiosk();
    const id = await kiosk.tap(5);
    expect(await kiosk.outbox.undo(id)).toBe(true);
    expect(await kiosk.waiting()).toBe(0);
    await kiosk.sender.exchange();
    expect(kiosk.server.requests[0]?.ids).toHaveLength(2);
    expect(kiosk.server.inside).toBe(0);
  });

  it("sends an old entry along with the void that is new", async () => {
    const kiosk = new TestKiosk();
    const old = await kiosk.tap(5);
    await kiosk.tap();
    await kiosk.tap();
    await kiosk.outbox.undo(old);
    const batch = await kiosk.store.nextBatch("open-days", 2);
    expect(batch.map(({ kind, voids, id }) => voids ?? `${kind} ${id}`)).toEqual([`entry ${old}`, old]);
  });

  it("takes an entry back once, and not after fifteen minutes", async () => {
    const kiosk = new TestKiosk();
    const [once, late] = [await kiosk.tap(), await kiosk.tap()];
    expect([await kiosk.outbox.undo(once), await kiosk.outbox.undo(once)]).toEqual([true, false]);
    kiosk.now += 15 * 60_000 + 1;
    expect(await kiosk.outbox.undo(late)).toBe(false);
  });

  it("lets a void go whose entry was refused: there is nothing to take back", async () => {
    const kiosk = new TestKiosk();
    const id = await kiosk.tap();
    await kiosk.outbox.undo(id);
    kiosk.server.refuse.set(id, "unknown_checkpoint");
    await kiosk.drain(1);
    expect((await kiosk.view()).refused.map((record) => record.id)).toEqual([id]);
    expect(await kiosk.waiting()).toBe(0);
  });

  it("sends a void again that came before its entry", async () => {
    const kiosk = new TestKiosk();
    const id = await kiosk.tap(5);
    await kiosk.outbox.undo(id);
    // The service does not know the entry at first, though it answered for it: two of its servers, one behind.
    const [, voidId = ""] = (await kiosk.store.nextBatch("open-days", 2)).map((record) => record.id);
    kiosk.server.refuse.set(voidId, "unknown_entry");
    await kiosk.sender.exchange();
    expect(await kiosk.store.pending("open-days")).toBe(1);
    kiosk.server.refuse.clear();
    await kiosk.drain();
    expect(kiosk.server.inside).toBe(0);
  });

  it("shows a void to a person whose entry the service never comes to know, instead of asking for ever", async () => {
    const kiosk = new TestKiosk();
    const id = await kiosk.tap(5);
    await kiosk.sender.exchange();
    await kiosk.outbox.undo(id);
    kiosk.server.entries.clear();
    await kiosk.drain(10);
    expect((await kiosk.view()).refused).toMatchObject([{ kind: "void", refusal: { code: "unknown_entry" } }]);
  });

  it("lets the entry stand when its void is refused", async () => {
    const kiosk = new TestKiosk();
    const id = await kiosk.tap(5);
    await kiosk.sender.exchange();
    await kiosk.outbox.undo(id);
    const [{ id: voidId } = { id: "" }] = await kiosk.store.nextBatch("open-days", 1);
    kiosk.server.refuse.set(voidId, "void_not_allowed");
    await kiosk.sender.exchange();
    const view = await kiosk.view();
    expect(view.refused).toMatchObject([{ kind: "void", voids: id }]);
    expect(view.recent[0]?.voidedBy).toBeUndefined();
  });
});
