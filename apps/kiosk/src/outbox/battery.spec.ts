import { entriesEnvelope } from "@abwab/contract";
import { watchBattery, withBattery } from "./battery.ts";

const request = { device: { pending: 0 }, entries: [] };

describe("what a kiosk says of its battery", () => {
  it("is what the browser tells, at the moment it is asked", async () => {
    const manager = { level: 0.456, charging: false };
    const battery = watchBattery({ getBattery: () => Promise.resolve(manager) });
    expect(battery()).toBeUndefined();
    await Promise.resolve();
    expect(battery()).toEqual({ level: 0.46, charging: false });
    manager.charging = true;
    expect(battery()).toEqual({ level: 0.46, charging: true });
  });

  it("is nothing where the browser has no such thing, or refuses", async () => {
    expect(watchBattery({})()).toBeUndefined();
    const refused = watchBattery({ getBattery: () => Promise.reject(new Error("not allowed")) });
    await Promise.resolve();
    expect(refused()).toBeUndefined();
  });

  it("stands in the report as the contract has it, and only in a report", () => {
    const sent = withBattery(request, { level: 0.5, charging: false });
    expect(entriesEnvelope.parse(sent).device).toEqual({ pending: 0, battery: { level: 0.5, charging: false } });
    expect(withBattery({ entries: [] }, { level: 0.5, charging: false })).toEqual({ entries: [] });
    expect(withBattery(request, undefined)).toBe(request);
  });
});
