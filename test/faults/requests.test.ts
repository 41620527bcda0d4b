import { generatedRequests } from "./scenarios/generated-requests.ts";
import { faultTest, isLong, scale } from "./world/fault-test.ts";

const count = isLong ? 10_000 : 2_000;

faultTest(
  `E4: of ${count} generated requests over all routes not one is answered 5xx or not at all, or loses a row`,
  async (random) => {
    expect(await generatedRequests({ random, scale, count })).toEqual([]);
  },
);
