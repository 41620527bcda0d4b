import { areaNames, readOptions } from "./options.ts";

test("what takes long is measured with --long, or when it is named", () => {
  expect(readOptions([]).areas).not.toContain("ledger");
  expect(readOptions(["--long"]).areas).toEqual(areaNames);
  expect(readOptions(["--only", "memory"]).areas).toEqual(["memory"]);
});

test("the long areas have the size that is asked for", () => {
  expect(readOptions(["--long"])).toMatchObject({ rows: 25_000_000, minutes: 60 });
  expect(readOptions(["--long", "--rows", "5_000", "--minutes", "1.5"])).toMatchObject({ rows: 5_000, minutes: 1.5 });
});

test("entries bring passes only when that is asked for", () => {
  expect(readOptions([]).passes).toBe(false);
  expect(readOptions(["--only", "drain", "--passes"])).toMatchObject({ areas: ["drain"], passes: true });
});

test.each([
  [["--fast"], /--fast.*\n.*--only AREA/s],
  [["everything"], /everything/],
  [["--only"], /--only/],
  [["--only", "speed"], /There is no area speed; there are single, /],
  [["--rows", "5000"], /--rows is for the area ledger/],
  [["--only", "memory", "--minutes", "soon"], /--minutes soon is no number of minutes/],
  [["--long", "--rows", "0"], /--rows 0 is no number of rows from 2500 on/],
])("%j is refused with a sentence", (words, sentence) => {
  expect(() => readOptions(words)).toThrow(sentence);
});
