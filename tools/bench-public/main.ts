import { cpus, loadavg } from "node:os";
import { benchProduct } from "../bench/bench-product.ts";
import { processorSeconds } from "../bench/machine/processor-time.ts";
import { FatalError } from "../start/fatal-error.ts";
import { type Measured, writePage } from "./page.ts";
import { readAll } from "./readers.ts";

// npm run bench:public: what the public counter carries on this machine, over loopback. Takes about half a minute.
const READERS = 2_000;
const SECONDS = 8;
/** Readings one after the other: each waits until the last answer is a second old. */
const READINGS = 5;
const COUNTER = "/public/open-days";

await benchProduct({ page: "benchmarks-public.md", sample: true }, async (product) => {
  const url = product.url + COUNTER;
  const first = await fetch(url);
  if (!first.ok) throw new FatalError(`The counter answered ${first.status}: ${await first.text()}`);
  const used = (): number => processorSeconds(product.servicePid() ?? 0);
  const readings: number[] = [];
  for (let index = 0; index < READINGS; index += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const asked = performance.now();
    await (await fetch(url)).arrayBuffer();
    readings.push(performance.now() - asked);
  }
  const measure = async () => {
    const before = used();
    const answers = await readAll(url, READERS, SECONDS);
    return { ...answers, processorSeconds: used() - before };
  };
  const measured: Measured = {
    cores: cpus().length,
    load: loadavg()[0] ?? 0,
    readers: READERS,
    readings,
    whole: await measure(),
  };
  return writePage(measured);
});
