import { jest } from "@jest/globals";
import { DevicePresence } from "./device-presence.ts";
import type { DevicePresenceRepository, PresenceReport } from "./device-presence.repository.ts";

const reach = "00000000-0000-7000-8000-000000000001";

/** A database that keeps what it is given, until it is told to fail. */
function fakeRepository() {
  const written: PresenceReport[] = [];
  const state = { isDown: false };
  const write = async (reports: ReadonlyMap<string, PresenceReport>): Promise<void> => {
    if (state.isDown) throw new Error("the database is away");
    written.push(...reports.values());
  };
  return { repository: { write } as unknown as DevicePresenceRepository, written, state };
}

describe("what devices say of themselves", () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it("is written once for many reports, the newest of each kind of news", async () => {
    const { repository, written } = fakeRepository();
    const presence = new DevicePresence(repository);
    presence.report(reach, { at: 1, pending: 5, appVersion: "1" });
    presence.report(reach, { at: 3, pending: 2 });
    presence.report(reach, { at: 2, pending: 9, clockOffsetMs: 40 });
    await presence.flush();
    expect(written).toEqual([{ at: 3, pending: 2, appVersion: "1", clockOffsetMs: 40 }]);
  });

  it("is written by itself a moment later", async () => {
    const { repository, written } = fakeRepository();
    new DevicePresence(repository).report(reach, { at: 1 });
    await jest.advanceTimersByTimeAsync(250);
    expect(written).toEqual([{ at: 1 }]);
  });

  it("is kept while the database is away and written when it is back (C4)", async () => {
    const { repository, written, state } = fakeRepository();
    const presence = new DevicePresence(repository);
    state.isDown = true;
    presence.report(reach, { at: 1, pending: 5 });
    await expect(presence.flush()).rejects.toThrow("away");
    presence.report(reach, { at: 2, appVersion: "2" });
    state.isDown = false;
    await jest.advanceTimersByTimeAsync(1_000);
    expect(written).toEqual([{ at: 2, pending: 5, appVersion: "2" }]);
  });

  it("is all written before the service ends, and the clock's offset is remembered meanwhile (E6)", async () => {
    const { repository, written } = fakeRepository();
    const presence = new DevicePresence(repository);
    presence.report(reach, { at: 1, clockOffsetMs: -90_000 });
    await presence.flush();
    presence.report(reach, { at: 2 });
    expect(presence.lastOffset(reach)).toBe(-90_000);
    await presence.onApplicationShutdown();
    expect(written).toHaveLength(2);
  });

  it("of a machine that was replaced is forgotten", async () => {
    const { repository, written } = fakeRepository();
    const presence = new DevicePresence(repository);
    presence.report(reach, { at: 1, clockOffsetMs: 5 });
    presence.forget(reach);
    await presence.flush();
    expect(presence.lastOffset(reach)).toBeUndefined();
    expect(written).toEqual([]);
  });
});
