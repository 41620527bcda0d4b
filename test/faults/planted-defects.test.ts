import { plantedDefects } from "./planted-defects.ts";
import { faultTest } from "./world/fault-test.ts";

// One round each: what is broken throughout shows at once.
const SMALL = 0.25;

// A suite that can't fail proves nothing: under each of these the checker has something to say.
for (const { name, run, finds } of plantedDefects) {
  faultTest(`the checker finds ${name}`, async (random) => {
    expect((await run({ random, scale: SMALL })).join("\n")).toMatch(finds);
  });
}
