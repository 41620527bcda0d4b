import type { Device } from "@abwab/contract";
import { deviceState, selectDevices } from "./device-state.ts";

const now = Date.parse("2025-05-17T10:00:00Z");
const device = (more: Partial<Device> = {}): Device => ({
  id: "0196df00-0000-7000-8000-000000000001",
  name: "Gate 1",
  checkpoint: "G1",
  zone: "SITE",
  pairedAt: "2025-05-17T08:00:00Z",
  lastSeenAt: "2025-05-17T09:59:30Z",
  pending: 0,
  clockOffsetMs: 0,
  appVersion: "1.0.0",
  battery: null,
  ...more,
});
const quiet = { lastSeenAt: "2025-05-17T09:58:00Z" };

describe("a device", () => {
  it("is silent when unheard for a minute during opening hours", () => {
    expect(deviceState(device(quiet), now, true)).toBe("silent");
  });

  it("is at rest, not silent, when the doors are closed", () => {
    expect(deviceState(device(quiet), now, false)).toBe("resting");
  });

  it("waits to be paired before it can be silent", () => {
    expect(deviceState(device({ pairedAt: null, lastSeenAt: null }), now, true)).toBe("waiting");
  });

  it("stands aside once revoked, unless the revoked are asked for", () => {
    const revoked = device({ revokedAt: "2025-05-17T09:00:00Z" });
    expect([selectDevices([revoked], "all", now, true), selectDevices([revoked], "revoked", now, true)]).toEqual([
      [],
      [revoked],
    ]);
  });
});
