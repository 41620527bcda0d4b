import type { DeviceConfiguration } from "@abwab/contract";
import { pinHash } from "./pin-hash.ts";
import { IDLE_MS, StaffDesk } from "./staff-desk.ts";

/** A desk whose disk and clock are in the test's hands, with A7 (PIN 2468), B3 (PIN 1357) and the badge of C1. */
async function openDesk() {
  const disk = new Map<string, string>();
  const clock = { now: Date.parse("2025-05-17T08:00:00Z") };
  let ids = 0;
  const reopen = () =>
    new StaffDesk({
      storage: { getItem: (key) => disk.get(key) ?? null, setItem: (key, value) => void disk.set(key, value) },
      now: () => clock.now,
      newId: () => `shift-${++ids}`,
      pinHash,
    });
  const operators = [
    { code: "A7", pinHash: await pinHash("open-days", "A7", "2468"), badge: null },
    { code: "B3", pinHash: await pinHash("open-days", "B3", "1357"), badge: null },
    { code: "C1", pinHash: null, badge: "0123456789AB" },
  ];
  const edition = { slug: "open-days" } as DeviceConfiguration["edition"];
  const configuration = { edition, operators, revocations: [] as string[] };
  const desk = reopen();
  desk.employ(configuration);
  return { desk, clock, disk, configuration, reopen };
}

describe("StaffDesk", () => {
  it("signs on whoever knows their PIN", async () => {
    const { desk } = await openDesk();
    expect([await desk.signOnWithPin("A7", "2468"), desk.duty()]).toEqual([
      "signed_on",
      { operator: "A7", shift: "shift-1" },
    ]);
  });

  it("says the same of a wrong PIN, of a code that nobody has, and of one without a PIN", async () => {
    const { desk, clock } = await openDesk();
    const answers = [];
    for (const [code, pin] of [
      ["A7", "1357"],
      ["Z9", "2468"],
      ["C1", ""],
    ] as const) {
      answers.push(await desk.signOnWithPin(code, pin));
      clock.now += 600_000;
    }
    expect(answers).toEqual(["wrong", "wrong", "wrong"]);
  });

  it("lets the fourth attempt wait, also after a restart, and with the right PIN", async () => {
    const { desk, configuration, reopen } = await openDesk();
    for (let i = 0; i < 3; i++) await desk.signOnWithPin("A7", "0000");
    const restarted = reopen();
    restarted.employ(configuration);
    expect([await restarted.signOnWithPin("A7", "2468"), restarted.signOnByBadge("0123456789AB")]).toEqual([
      "wait",
      "wait",
    ]);
  });

  it("forgets wrong attempts at the first right one", async () => {
    const { desk, clock } = await openDesk();
    for (let i = 0; i < 3; i++) await desk.signOnWithPin("A7", "0000");
    clock.now += 5_000;
    await desk.signOnWithPin("A7", "2468");
    expect(desk.state.attempts.failures).toBe(0);
  });

  it("goes on with the shift of who unlocks their own kiosk, and begins one for somebody else", async () => {
    const { desk } = await openDesk();
    await desk.signOnWithPin("A7", "2468");
    desk.lock();
    await desk.signOnWithPin("A7", "2468");
    const own = desk.duty();
    desk.lock();
    await desk.signOnWithPin("B3", "1357");
    expect([own, desk.duty()]).toEqual([
      { operator: "A7", shift: "shift-1" },
      { operator: "B3", shift: "shift-3" },
    ]);
  });

  it("signs on by a badge, but not by one that was revoked nor while somebody is at work", async () => {
    const { desk, configuration } = await openDesk();
    expect([desk.signOnByBadge("0123456789AB"), desk.signOnByBadge("0123456789AB")]).toEqual(["signed_on", "on_duty"]);
    desk.signOff();
    desk.employ({ ...configuration, revocations: ["0123456789AB"] });
    expect(desk.signOnByBadge("0123456789AB")).toBe("unknown");
  });

  it("locks when nobody has been there for ten minutes, not before", async () => {
    const { desk, clock } = await openDesk();
    await desk.signOnWithPin("A7", "2468");
    clock.now += IDLE_MS - 1;
    desk.lockWhenIdle();
    const before = desk.state.locked;
    clock.now += 1;
    desk.lockWhenIdle();
    expect([before, desk.state.locked]).toEqual([false, true]);
  });

  it("stays open as long as somebody is there", async () => {
    const { desk, clock } = await openDesk();
    await desk.signOnWithPin("A7", "2468");
    clock.now += IDLE_MS - 1;
    desk.touch();
    clock.now += IDLE_MS - 1;
    desk.lockWhenIdle();
    expect(desk.state.locked).toBe(false);
  });

  it("locks a kiosk that was switched off for long, and goes on with one that was only restarted", async () => {
    const { desk, clock, configuration, reopen } = await openDesk();
    await desk.signOnWithPin("A7", "2468");
    const restarted = reopen();
    restarted.employ(configuration);
    clock.now += IDLE_MS;
    const later = reopen();
    later.employ(configuration);
    expect([restarted.state.locked, later.state.locked]).toEqual([false, true]);
  });

  it("ends the shift of who may work here no more, and of another edition", async () => {
    const { desk, configuration } = await openDesk();
    await desk.signOnWithPin("A7", "2468");
    desk.employ({ ...configuration, operators: configuration.operators.slice(1) });
    const letGo = desk.duty();
    await desk.signOnWithPin("B3", "1357");
    desk.employ({ ...configuration, edition: { ...configuration.edition, slug: "other" } });
    expect([letGo, desk.duty()]).toEqual([undefined, undefined]);
  });

  it("keeps no PIN, no hash and no list of people on the disk", async () => {
    const { desk, disk } = await openDesk();
    await desk.signOnWithPin("A7", "2468");
    const kept = [...disk.values()].join();
    expect(["2468", "B3", "C1", "pinHash"].filter((word) => kept.includes(word))).toEqual([]);
  });
});
