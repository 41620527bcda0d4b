import { manyServers } from "./scenarios/many-servers.ts";
import { screensReturn } from "./scenarios/screens-return.ts";
import { faultTest, isLong, scale } from "./world/fault-test.ts";

faultTest("C1 C3: four servers on one database, one killed and one added under load, show the same", async (random) => {
  expect(await manyServers({ random, scale })).toEqual([]);
});

const many = isLong ? 5_000 : 2_000;
faultTest(`C3: ${many} screens that come back in one instant all show the database's figures`, async (random) => {
  expect(await screensReturn({ random, scale, count: many })).toEqual([]);
});
