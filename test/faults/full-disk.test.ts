import { fullDisk } from "./scenarios/full-disk.ts";
import { faultTest } from "./world/fault-test.ts";
import { SmallDisk } from "./world/small-disk.ts";
import { SupervisedProduct } from "./world/supervised-product.ts";

const MEGABYTES = 160;
const disk = SmallDisk.mount(MEGABYTES);
const title = "E3: on a full disk it answers 503, acknowledges nothing falsely, and goes on once there is room";

if (typeof disk === "string") {
  process.stderr.write(
    `${"=".repeat(78)}\nNO DISK OF OUR OWN HERE: the full disk is not tested, since ${disk}\n${"=".repeat(78)}\n`,
  );
  test.skip(title, () => undefined);
} else {
  afterAll(() => disk[Symbol.dispose]());

  faultTest(title, async (random) => {
    await using product = await SupervisedProduct.start(disk.directory);
    expect(await fullDisk(product, disk, random)).toEqual([]);
    // Planted: something that acknowledges what it drops.
    expect((await fullDisk(product, disk, random, true)).join("\n")).toMatch(
      /was acknowledged and is not in the ledger/,
    );
  });
}
