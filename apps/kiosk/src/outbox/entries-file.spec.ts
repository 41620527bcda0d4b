import { entriesFile, type DeviceConfiguration } from "@abwab/contract";
import { writeEntriesFile } from "./entries-file.ts";
import { isNearlyFull } from "./storage-space.ts";
import { TestKiosk } from "./testing/test-kiosk.ts";

const configuration = {
  edition: { slug: "open-days" },
  device: { id: "0196df00-0000-7000-8000-0000000000aa", name: "لوحة G1 / باب" },
} as Pick<DeviceConfiguration, "edition" | "device">;

const write = ({ store, now }: TestKiosk) => writeEntriesFile({ store, configuration, appVersion: "1.2.3", now });

describe("the file of what waits on a kiosk", () => {
  it("holds what waits as it would be sent, oldest first, and only that", async () => {
    const kiosk = new TestKiosk();
    await kiosk.tap(3);
    await kiosk.drain();
    const entry = await kiosk.tap(2);
    await kiosk.outbox.undo(entry);
    const { entries } = entriesFile.parse(JSON.parse(await (await write(kiosk)).text()));
    expect(entries).toMatchObject([{ id: entry, headcount: 2 }, { voids: entry }]);
  });

  it("leaves everything in the outbox: what is sent later counts once (E2)", async () => {
    const kiosk = new TestKiosk();
    await kiosk.tap(3);
    const before = await (await write(kiosk)).text();
    expect([(await kiosk.view()).pending, await (await write(kiosk)).text()]).toEqual([1, before]);
  });

  it("is named after the edition, the device and the minute", async () => {
    expect((await write(new TestKiosk())).name).toBe("abwab-open-days-لوحة-G1-باب-2025-05-17-10-00.json");
  });
});

describe("isNearlyFull", () => {
  it.each([
    [79, 100, false],
    [80, 100, true],
    [0, 9, true],
    [0, 0, false],
  ])("%p of %p MB: %p", (used, quota, expected) => {
    expect(isNearlyFull({ used: used * 1e6, quota: quota * 1e6 })).toBe(expected);
  });
});
