import { playedHistories } from "./scenarios/played-histories.ts";
import { faultTest, scale } from "./world/fault-test.ts";

faultTest(
  "C1 C2 E2: any interleaving of deliveries, voids, anchors, adjustments and restarts gives the model's figures",
  async (random) => {
    expect(await playedHistories({ random, scale })).toEqual([]);
  },
);
