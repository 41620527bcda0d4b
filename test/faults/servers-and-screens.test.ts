import { killedServers } from "./scenarios/killed-servers.ts";
import { manyServers } from "./scenarios/many-servers.ts";
import { screensReturn } from "./scenarios/screens-return.ts";
import { silentScreen } from "./scenarios/silent-screen.ts";
import { faultTest, isLong, scale } from "./world/fault-test.ts";

faultTest("C1 C3: four servers on one database, one killed and one added under load, show the same", async (random) => {
  expect(await manyServers({ random, scale })).toEqual([]);
});

const many = isLong ? 5_000 : 2_000;
faultTest(`C3: ${many} screens that come back in one instant all show the database's figures`, async (random) => {
  expect(await screensReturn({ random, scale, count: many })).toEqual([]);
});

faultTest("C3: a screen that never reads among 200 that do neither grows the server nor slows the others", async () => {
  expect(await silentScreen()).toEqual([]);
});

faultTest("E2 E3: servers killed in the midst of batches lose nothing that was acknowledged", async (random) => {
  expect(await killedServers({ random, scale })).toEqual([]);
});
