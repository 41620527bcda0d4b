import { killedProcesses } from "./scenarios/killed-processes.ts";
import { faultTest, scale } from "./world/fault-test.ts";
import { SupervisedProduct } from "./world/supervised-product.ts";

faultTest(
  "E3 C1: service, database and both killed again and again under load: exact, and back by itself",
  async (random) => {
    await using product = await SupervisedProduct.start();
    const { problems, recoveries } = await killedProcesses(product, random, 3 + 2 * scale);
    process.stderr.write(`faults: served again after ${recoveries.join(", ")} ms\n`);
    expect(problems).toEqual([]);
    // The promise is five seconds. Each blow by itself; a row of them without a pause is met with longer pauses.
    expect(median(recoveries)).toBeLessThan(5_000);
  },
);

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Infinity;
}
