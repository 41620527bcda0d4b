import { behindBalancer } from "./scenarios/behind-balancer.ts";
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

faultTest(
  "C1 C3: three servers behind a balancer without stickiness: one killed, one added, every change everywhere",
  async (random) => {
    const { problems, changesTook } = await behindBalancer({ random, scale });
    process.stderr.write(`faults: a change took ${changesTook.join(", ")} ms to the last screen\n`);
    expect(problems).toEqual([]);
    // The promise is one second; a machine that runs other things as well may miss it once.
    expect(changesTook.toSorted((a, b) => a - b)[Math.floor(changesTook.length / 2)]).toBeLessThan(1_000);
  },
);
