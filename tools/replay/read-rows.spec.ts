import { Readable } from "node:stream";
import { readRows, readRowsFrom } from "./read-rows.ts";
import type { ReplayRow } from "./replay-row.ts";
import { surveyFile } from "./survey-file.ts";

const header = "slot_start,zone,checkpoint,direction,headcount";
const good = "2025-05-17T09:00:00+01:00,P01,P01-A,in,896";
async function collect(rows: AsyncIterable<ReplayRow>): Promise<ReplayRow[]> {
  const all: ReplayRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
const read = (...lines: string[]): Promise<ReplayRow[]> =>
  collect(readRowsFrom(Readable.from([lines.join("\n")]), "F.csv"));
const survey = (...lines: string[]) =>
  surveyFile("F.csv", readRowsFrom(Readable.from([[header, ...lines].join("\n")]), "F.csv"));

test("reads a row, whatever the order of columns", async () => {
  expect(await read(header, good)).toEqual([
    { line: 2, slotStart: Date.UTC(2025, 4, 17, 8), zone: "P01", checkpoint: "P01-A", direction: "in", headcount: 896 },
  ]);
  expect(
    await read("headcount,direction,note,checkpoint,zone,slot_start", "3,out,x,G1,SITE,2025-05-17T09:00:00Z"),
  ).toMatchObject([{ zone: "SITE", checkpoint: "G1", direction: "out", headcount: 3 }]);
});

test.each([
  ["slot_start", "2025-05-17 09:00,P01,P01-A,in,1", '"2025-05-17 09:00"'],
  ["slot_start", "2025-05-17T09:00:00,P01,P01-A,in,1", '"2025-05-17T09:00:00"'],
  ["zone", "2025-05-17T09:00:00Z,p 1,P01-A,in,1", '"p 1"'],
  ["checkpoint", "2025-05-17T09:00:00Z,P01,,in,1", '""'],
  ["direction", "2025-05-17T09:00:00Z,P01,P01-A,inside,1", '"inside"'],
  ["headcount", "2025-05-17T09:00:00Z,P01,P01-A,in,12.5", '"12.5"'],
  ["headcount", "2025-05-17T09:00:00Z,P01,P01-A,in,-1", '"-1"'],
])("a bad %s is named by line and column", async (column, line, value) => {
  await expect(read(header, good, line)).rejects.toThrow(`F.csv, line 3, column ${column}: ${value} is not`);
});

test("a missing column is named", async () => {
  await expect(read("slot_start,zone,direction,headcount", "a,b,c,d")).rejects.toThrow(
    "line 1: the column checkpoint is missing",
  );
});

test("a row with too few cells is named by its line", async () => {
  await expect(read(header, good, "2025-05-17T09:00:00Z,P01")).rejects.toThrow("line 3");
});

test("a file that is not there is one sentence", async () => {
  await expect(collect(readRows("/nowhere/F.csv"))).rejects.toThrow("There is no file /nowhere/F.csv.");
});

test("the slot length comes from the file, nights notwithstanding", async () => {
  const found = await survey(
    "2025-05-17T20:45:00Z,P01,P01-A,in,4",
    "2025-05-17T21:00:00Z,P01,P01-A,in,5",
    "2025-05-18T09:00:00Z,P01,P01-A,in,6",
  );
  expect(found).toMatchObject({ rows: 3, people: 15, slotMs: 900_000, disorderedLine: undefined });
});

test("a slot given twice is refused, for it would count once", async () => {
  const line = "2025-05-17T09:00:00Z,P01,P01-A,in,4";
  await expect(survey(line, "2025-05-17T09:10:00Z,P01,P01-A,in,4", line)).rejects.toThrow(
    "line 4, column slot_start: P01-A in at this time stands on line 2 already",
  );
});

test("a checkpoint in two zones is refused", async () => {
  await expect(survey("2025-05-17T09:00:00Z,P01,P01-A,in,4", "2025-05-17T09:10:00Z,P02,P01-A,in,4")).rejects.toThrow(
    "line 3, column zone",
  );
});

test("a file that goes back in time is known by its line", async () => {
  expect(
    (await survey("2025-05-17T09:10:00Z,P01,P01-A,in,4", "2025-05-17T09:00:00Z,P01,P01-A,in,4")).disorderedLine,
  ).toBe(3);
});

test("a file without rows is refused", async () => {
  await expect(survey()).rejects.toThrow("F.csv has no rows to replay");
});
