import { deliveredManyTimes } from "./scenarios/delivered-many-times.ts";
import { lostConnections } from "./scenarios/lost-connections.ts";
import { faultTest, scale } from "./world/fault-test.ts";

faultTest(
  "E2 E5: the same batch ten times at once to two servers counts once, and one content of ten stands",
  async (random) => {
    expect(await deliveredManyTimes({ random, scale })).toEqual([]);
  },
);

faultTest(
  "E3: a connection that dies during the commit leaves nothing lost and nothing counted twice",
  async (random) => {
    expect(await lostConnections({ random, scale })).toEqual([]);
  },
);
