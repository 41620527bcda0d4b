import { TestKiosk } from "./testing/test-kiosk.ts";

const crossing = (code: string, headcount = 1) => ({
  checkpoint: "P12-A",
  direction: "in" as const,
  category: "public",
  headcount,
  pass: { shown: `token-${code}`, code, zone: "P12", at: Date.parse("2025-05-17T10:00:00Z") },
});

describe("an ask", () => {
  it("counts who is admitted with the answer, and sends nothing more of it", async () => {
    const kiosk = new TestKiosk();
    const [asked] = await kiosk.outbox.ask([crossing("A")], 250);
    expect(asked).toMatchObject({ answer: "admitted" });
    await kiosk.drain();
    expect(kiosk.server.inside).toBe(1);
    expect(kiosk.server.requests.flatMap(({ ids }) => ids)).toEqual([asked?.id]);
    expect(await kiosk.outbox.crossingsOf("A", "P12")).toHaveLength(1);
  });

  it("A3: that nobody answered keeps its id, and is sent as what happened when the person went in", async () => {
    const kiosk = new TestKiosk();
    // The service has it; the kiosk does not know.
    kiosk.server.faults = ["lost"];
    const [asked] = await kiosk.outbox.ask([crossing("A")], 250);
    expect(asked).toMatchObject({ answer: "none" });
    expect(await kiosk.waiting()).toBe(0);
    expect(await kiosk.outbox.wentIn([asked?.id ?? ""])).toEqual([asked?.id]);
    expect(await kiosk.waiting()).toBe(1);
    await kiosk.drain();
    expect([...kiosk.server.entries.keys()]).toEqual([asked?.id]);
    expect(await kiosk.stateOf(asked?.id ?? "")).toBe("duplicate");
  });

  for (const fault of ["lost", "offline"] as const) {
    it(`A3: that nobody answered (${fault}) counts nowhere when the person did not go in`, async () => {
      const kiosk = new TestKiosk();
      kiosk.server.faults = [fault];
      const [asked] = await kiosk.outbox.ask([crossing("A")], 250);
      await kiosk.outbox.turnAway([asked?.id ?? ""]);
      await kiosk.drain();
      expect(kiosk.server.inside).toBe(0);
      expect(await kiosk.waiting()).toBe(0);
      expect(await kiosk.outbox.crossingsOf("A", "P12")).toEqual([]);
    });
  }

  it("that never reached the service is dropped when the person did not go in: nothing of it is on the ledger", async () => {
    const kiosk = new TestKiosk();
    kiosk.server.faults = ["offline"];
    const [asked] = await kiosk.outbox.ask([crossing("A")], 250);
    await kiosk.outbox.turnAway([asked?.id ?? ""]);
    kiosk.now += 20_000;
    await kiosk.drain();
    expect([kiosk.server.entries.size, kiosk.server.voids.size]).toEqual([0, 0]);
    const { recent, refused, pending, waiting } = await kiosk.view();
    expect({ recent, refused, pending, waiting }).toEqual({ recent: [], refused: [], pending: 0, waiting: [] });
  });

  it("that reached the service is taken back there, however late", async () => {
    const kiosk = new TestKiosk();
    kiosk.server.faults = ["lost"];
    const [asked] = await kiosk.outbox.ask([crossing("A")], 250);
    await kiosk.outbox.turnAway([asked?.id ?? ""]);
    kiosk.now += 20_000;
    await kiosk.drain();
    expect([kiosk.server.inside, kiosk.server.voids.size]).toEqual([0, 1]);
  });

  it("that was refused is kept nowhere when the person turns back, and counts under its id when they went in", async () => {
    const kiosk = new TestKiosk();
    kiosk.server.notAdmitted.add("token-A");
    const [first] = await kiosk.outbox.ask([crossing("A")], 250);
    const [second] = await kiosk.outbox.ask([crossing("A")], 250);
    expect(first).toMatchObject({ answer: "refused", reason: "already_used" });
    await kiosk.outbox.turnAway([first?.id ?? ""]);
    await kiosk.outbox.wentIn([second?.id ?? ""]);
    await kiosk.drain();
    expect([...kiosk.server.entries.keys()]).toEqual([second?.id]);
  });

  it("whose page died before anyone was told a verdict is taken back by the next page", async () => {
    const kiosk = new TestKiosk();
    kiosk.server.faults = ["lost"];
    await kiosk.outbox.ask([crossing("A", 3)], 250);
    expect(kiosk.server.inside).toBe(3);
    kiosk.now += 20_000;
    kiosk.reload();
    const stop = new AbortController();
    const running = kiosk.outbox.run(stop.signal);
    while (kiosk.server.inside !== 0) await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    await running;
    expect(kiosk.server.inside).toBe(0);
  });
});

describe("the crossings of a pass", () => {
  it("are remembered after their records were sent, and across a reload", async () => {
    const kiosk = new TestKiosk();
    await kiosk.outbox.record(crossing("A", 12));
    await kiosk.drain();
    kiosk.reload();
    expect(await kiosk.outbox.crossingsOf("A", "P12")).toMatchObject([{ headcount: 12, direction: "in" }]);
    expect(await kiosk.outbox.crossingsOf("A", "P13")).toEqual([]);
  });

  it("are forgotten when they are taken back, and remembered again when the service does not allow it", async () => {
    const kiosk = new TestKiosk();
    const id = await kiosk.outbox.record(crossing("A"));
    await kiosk.drain();
    await kiosk.outbox.undo(id);
    expect(await kiosk.outbox.crossingsOf("A", "P12")).toEqual([]);
    const { waiting } = await kiosk.view();
    expect(waiting).toHaveLength(1);
    const [voidId] = (await kiosk.store.nextBatch("open-days", 10)).map((record) => record.id);
    kiosk.server.refuse.set(voidId ?? "", "void_not_allowed");
    await kiosk.drain();
    expect(await kiosk.outbox.crossingsOf("A", "P12")).toHaveLength(1);
  });

  it("stay forgotten when the service does not count an entry that was taken back meanwhile", async () => {
    const kiosk = new TestKiosk();
    const id = await kiosk.outbox.record(crossing("A"));
    await kiosk.outbox.undo(id);
    kiosk.server.refuse.set(id, "edition_archived");
    await kiosk.drain();
    expect(await kiosk.outbox.crossingsOf("A", "P12")).toEqual([]);
  });

  it("are forgotten when the service does not count them", async () => {
    const kiosk = new TestKiosk();
    const id = await kiosk.outbox.record(crossing("A"));
    kiosk.server.refuse.set(id, "edition_archived");
    await kiosk.drain();
    expect(await kiosk.outbox.crossingsOf("A", "P12")).toEqual([]);
  });
});
