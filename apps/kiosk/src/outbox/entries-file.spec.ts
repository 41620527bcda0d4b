import { entriesFile } from "@abwab/contract";
import { writeEntriesFiles } from "./entries-file.ts";
import { isNearlyFull } from "./storage-space.ts";
import { TestKiosk } from "./testing/test-kiosk.ts";

const id = "0196df00-0000-7000-8000-0000000000aa";

/** The files of a kiosk that was paired in the editions of that name. */
async function write({ store, now }: TestKiosk, editions = ["open-days"]): Promise<File[]> {
  for (const edition of editions) await store.noteDevice({ edition, id, name: "لوحة G1 / باب" });
  return writeEntriesFiles({ store, appVersion: "1.2.3", now });
}
const read = async (file: File | undefined) => entriesFile.parse(JSON.parse((await file?.text()) ?? ""));

describe("the file of what waits on a kiosk", () => {
  it("holds what waits as it would be sent, oldest first, and only that", async () => {
    const kiosk = new TestKiosk();
    await kiosk.tap(3);
    await kiosk.drain();
    const entry = await kiosk.tap(2);
    await kiosk.outbox.undo(entry);
    const [file] = await write(kiosk);
    expect((await read(file)).entries).toMatchObject([{ id: entry, headcount: 2 }, { voids: entry }]);
  });

  it("leaves everything in the outbox: what is sent later counts once (E2)", async () => {
    const kiosk = new TestKiosk();
    await kiosk.tap(3);
    const [before] = await write(kiosk);
    const [after] = await write(kiosk);
    expect([(await kiosk.view()).pending, await after?.text()]).toEqual([1, await before?.text()]);
  });

  it("is one for each edition that the kiosk was paired in, and none where nothing waits", async () => {
    const kiosk = new TestKiosk();
    await kiosk.tap(3);
    kiosk.pairIn("science-days");
    await kiosk.tap(4);
    const files = await write(kiosk, ["open-days", "science-days", "quiet-days"]);
    const contents = await Promise.all(files.map(read));
    expect(contents.map(({ edition, entries }) => [edition, entries.length])).toEqual([
      ["open-days", 1],
      ["science-days", 1],
    ]);
  });

  it("is named after the edition, the device and the minute", async () => {
    const kiosk = new TestKiosk();
    await kiosk.tap();
    expect((await write(kiosk))[0]?.name).toBe("abwab-open-days-لوحة-G1-باب-2025-05-17-10-00.json");
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
