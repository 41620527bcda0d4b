import { TestKiosk } from "./testing/test-kiosk.ts";

describe("sender", () => {
  it.each(["offline", "lost", "server_error", "portal", "half_an_answer"] as const)(
    "E2: tries again after a fault of the network or the service: %s",
    async (fault) => {
      const kiosk = new TestKiosk();
      await kiosk.tap();
      kiosk.server.faults = [fault, fault];
      const waits = [await kiosk.sender.exchange(), await kiosk.sender.exchange()];
      expect(waits).toEqual([
        { after: 750, wokenBy: "online" },
        { after: 1500, wokenBy: "online" },
      ]);
      await kiosk.drain();
      expect(kiosk.server.inside).toBe(1);
    },
  );

  it("waits as long as Retry-After asks, even when the network comes back", async () => {
    const kiosk = new TestKiosk();
    await kiosk.tap();
    kiosk.server.faults = ["overloaded"];
    expect(await kiosk.sender.exchange()).toEqual({ after: 5_500, wokenBy: "nothing" });
  });

  it("says since when it fails, and that it no longer does", async () => {
    const kiosk = new TestKiosk();
    await kiosk.tap();
    kiosk.server.faults = ["offline", "offline"];
    await kiosk.sender.exchange();
    const since = kiosk.now;
    kiosk.now += 4_000;
    await kiosk.sender.exchange();
    expect((await kiosk.view()).sending).toMatchObject({ state: "retrying", reason: "unreachable", since });
    await kiosk.sender.exchange();
    expect((await kiosk.view()).sending).toMatchObject({ state: "idle" });
  });

  it("stops when the device was revoked, and keeps what it could not send", async () => {
    const kiosk = new TestKiosk();
    const id = await kiosk.tap();
    kiosk.server.faults = ["revoked"];
    expect(await kiosk.sender.exchange()).toEqual({ stopped: true });
    expect((await kiosk.view()).sending).toMatchObject({ state: "stopped", reason: "device_revoked" });
    kiosk.reload();
    expect(await kiosk.stateOf(id)).toBe("queued");
  });

  it("goes on at once while something waits, and sleeps until a tap or the next heartbeat when nothing does", async () => {
    const kiosk = new TestKiosk();
    for (let i = 0; i < 501; i++) await kiosk.tap();
    expect(await kiosk.sender.exchange()).toEqual({ after: 0, wokenBy: "nothing" });
    expect(await kiosk.sender.exchange()).toEqual({ after: 20_000, wokenBy: "tap" });
  });

  it("E6: keeps the offset of its clock with each entry, known at the time of the crossing", async () => {
    const kiosk = new TestKiosk();
    kiosk.server.now = () => kiosk.now - 90_000;
    await kiosk.outbox.record({ checkpoint: "P12-A", direction: "in", category: "public", headcount: 1 });
    await kiosk.sender.exchange();
    await kiosk.tap();
    const offsets = (await kiosk.view()).recent.map(({ item }) => item.clockOffsetMs);
    expect(offsets).toEqual([90_000, undefined]);
  });

  it("E6: a clock that fell back to 1970 spoils no entry", async () => {
    const kiosk = new TestKiosk();
    kiosk.now = 5_000;
    const id = await kiosk.tap();
    await kiosk.sender.exchange();
    expect(await kiosk.stateOf(id)).toBe("recorded");
  });

  it("says when its own disk fails, not that the network does", async () => {
    const kiosk = new TestKiosk();
    kiosk.store.nextBatch = () => Promise.reject(new Error("the disk is full"));
    await kiosk.sender.exchange();
    expect((await kiosk.view()).sending).toMatchObject({ state: "retrying", reason: "device" });
  });
});
