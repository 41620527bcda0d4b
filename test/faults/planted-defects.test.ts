import { plantedDefects } from "./planted-defects.ts";
import { faultTest } from "./world/fault-test.ts";

// A suite that can't fail proves nothing: under each of these the checker has something to say.
for (const { name, run, finds } of plantedDefects) {
  faultTest(`the checker finds ${name}`, async (random) => {
    expect((await run({ random, scale: 1 })).join("\n")).toMatch(finds);
  });
}
