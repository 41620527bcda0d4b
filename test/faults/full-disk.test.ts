import { fullDisk } from "./scenarios/full-disk.ts";
import { faultTest } from "./world/fault-test.ts";
import { SmallDisk } from "./world/small-disk.ts";
import { SupervisedProduct } from "./world/supervised-product.ts";

const MEGABYTES = 160;
const title = "E3: on a full disk it answers 503, acknowledges nothing falsely, and goes on once there is room";

const hindrance = SmallDisk.hindrance();
if (hindrance === undefined) {
  faultTest(title, async (random) => {
    using disk = SmallDisk.mount(MEGABYTES);
    await using product = await SupervisedProduct.start(disk.directory);
    expect(await fullDisk(product, disk, random)).toEqual([]);
    // Planted: something that acknowledges what it drops.
    expect((await fullDisk(product, disk, random, true)).join("\n")).toMatch(
      /was acknowledged and is not in the ledger/,
    );
  });
} else {
  const line = "=".repeat(78);
  process.stderr.write(
    `${line}\nTHE FULL DISK IS NOT TESTED: no small one can be had here, since ${hindrance}\n${line}\n`,
  );
  const skipped = test.skip;
  skipped(title, () => undefined);
}
