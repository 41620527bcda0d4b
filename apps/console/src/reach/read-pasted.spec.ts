import type { Edition } from "@abwab/contract";
import { readPasted } from "./read-pasted.ts";

const edition = { timeZone: "Africa/Casablanca", dayCutoff: "00:00" } as Edition;
const read = (text: string) => readPasted(edition, text);
const youTube = {
  channel: "YouTube",
  day: "2025-05-17",
  value: 1_200_000,
  source: "page",
  at: "2025-05-17T19:00:00.000Z",
  qualifier: "exact",
  origin: "entered",
};

describe("a pasted table of views", () => {
  it.each([
    ["tabs", "YouTube\t2025-05-17\t1 200 000\tpage\t2025-05-17 20:00"],
    ["semicolons", "YouTube;2025-05-17;1.200.000;page;2025-05-17 20:00;exact;entered"],
    ["commas and quotes", '"YouTube",2025-05-17,"1,200,000",page,2025-05-17T20:00:00+01:00'],
  ])("is read with %s", (_, line) => {
    expect(read(line)).toEqual({ rows: [youTube], faults: [] });
  });

  it("passes over titles and empty lines, and counts lines as they stand", () => {
    const { rows, faults } = read("channel;day;views;source;at\n\nTV;;abc;page;2025-05-17 20:00");
    expect([rows, faults]).toEqual([[], [{ line: 3, what: "wrongValue" }]]);
  });

  it("takes views of the whole edition where no day stands, with their qualifier and origin", () => {
    expect(read("TV;;29000000;press;2025-05-22 09:00;over;published").rows).toMatchObject([
      { day: null, qualifier: "over", origin: "published" },
    ]);
  });

  it.each([
    ["TV;;5;page", "wrongColumns"],
    [";;5;page;2025-05-17 20:00", "wrongChannel"],
    ["TV;17/05/2025;5;page;2025-05-17 20:00", "wrongDay"],
    ["TV;2025-02-30;5;page;2025-05-17 20:00", "wrongDay"],
    ["TV;;5.5;page;2025-05-17 20:00", "wrongValue"],
    ["TV;;5;;2025-05-17 20:00", "wrongSource"],
    ["TV;;5;page;yesterday", "wrongAt"],
    ["TV;;5;page;2025-05-17 20:00;roughly", "wrongWord"],
  ])("says what is wrong with %s", (line, what) => {
    expect(read(line).faults).toEqual([{ line: 1, what }]);
  });
});
