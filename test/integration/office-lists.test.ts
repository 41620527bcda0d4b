import { officeLists } from "../support/lists/office-lists.ts";
import { readWholeList } from "../support/lists/read-whole-list.ts";

test.each(officeLists.map((list) => [list.name, list] as const))("a list: %s", async (_, list) => {
  const { fault, reading, rows } = readWholeList(await list.content(), list.fileName);
  const outcomes = Object.fromEntries(
    [...Map.groupBy(rows, ({ outcome }) => outcome)].map(([outcome, some]) => [outcome, some.length]),
  );
  expect(fault).toBe(list.fault ?? null);
  if (list.reading !== undefined) expect(reading).toMatchObject(list.reading);
  if (list.outcomes !== undefined) expect(outcomes).toEqual(list.outcomes);
  if (list.first !== undefined) expect(rows[0]?.values).toMatchObject(list.first);
});
