import { anyOrder } from "./scenarios/any-order.ts";
import { poisonAndRevocation } from "./scenarios/poison-and-revocation.ts";
import { wrongClocks } from "./scenarios/wrong-clocks.ts";
import { faultTest, scale } from "./world/fault-test.ts";

faultTest("C1 C2: entries of three days, voids and recounts count the same in any order", async (random) => {
  expect(await anyOrder({ random, scale })).toEqual([]);
});

faultTest(
  "E6: clocks a day off or set anew, and entries five days late, are placed where they happened",
  async (random) => {
    expect(await wrongClocks({ random, scale })).toEqual([]);
  },
);

faultTest(
  "E4: a poison item leaves 499 standing, and nothing of a device comes after its revocation",
  async (random) => {
    expect(await poisonAndRevocation({ random, scale })).toEqual([]);
  },
);
