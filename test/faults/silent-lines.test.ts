import { silentLines } from "./scenarios/silent-lines.ts";
import { faultTest } from "./world/fault-test.ts";

faultTest("E3: lines to the database that went silent are given up, and entries come through again", async (random) => {
  expect(await silentLines({ random, scale: 1 })).toEqual([]);
});
