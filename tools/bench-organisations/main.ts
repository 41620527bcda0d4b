import { cpus, getPriority, loadavg } from "node:os";
import { benchProduct, credentials } from "../bench/bench-product.ts";
import { processorSeconds } from "../bench/machine/processor-time.ts";
import { type Product } from "../start/start-product.ts";
import { besideHealth } from "./health-watch.ts";
import { type Asked, type Measured, writePage } from "./page.ts";
import { questions } from "./questions.ts";
import { createRegistry, type Registry } from "./registry.ts";

const ORGANISATIONS = 50_000;
const ROUNDS = 10;
/** The first ones warm the service up, as the first clerk of a day does. */
const WARM_UP = 2;
const CLERKS = 4;
const CHANGES = 20;

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function measure({ url, servicePid }: Product, registry: Registry): Promise<Measured> {
  const load = loadavg()[0] ?? 0;
  const used = (): number => processorSeconds(servicePid() ?? 0);
  const reading = await besideHealth(url, () => registry.search("Ibn Khaldoun"));
  await ask(registry, used, WARM_UP);
  const asked = await ask(registry, used, ROUNDS);
  const clerks = await Promise.all(Array.from({ length: CLERKS }, () => ask(registry, used, 2)));
  const changed: number[] = [];
  for (let index = 0; index < CHANGES; index += 1) {
    await registry.rename(`Zawiya ${index}`);
    changed.push(await timeOf(() => registry.search(`Zawiya ${index}`)));
  }
  const pairing = await besideHealth(url, () => registry.duplicates());
  const pairsAgain: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) pairsAgain.push(await timeOf(() => registry.duplicates()));
  return {
    cores: cpus().length,
    load,
    hasPriority: getPriority() < 0,
    organisations: ORGANISATIONS,
    reading,
    asked,
    clerks: { count: CLERKS, times: clerks.flatMap((of) => of.flatMap(({ times }) => times)) },
    changed,
    pairing,
    pairsAgain,
  };
}

/**
 * Round by round, so that what disturbs the machine for a while falls on all alike.
 *
 * @param used seconds of processor that the service has used so far
 */
async function ask(registry: Registry, used: () => number, rounds: number): Promise<Asked[]> {
  const asked = questions.map(({ what, texts }) => ({
    what,
    example: texts[0] ?? "",
    texts,
    times: [] as number[],
    processorMs: 0,
  }));
  for (let round = 0; round < rounds; round += 1) {
    for (const each of asked) {
      const before = used();
      for (const text of each.texts) each.times.push(await timeOf(() => registry.search(text)));
      each.processorMs += (used() - before) * 1_000;
    }
  }
  return asked;
}

await benchProduct({ page: "benchmarks-organisations.md", sample: false }, async (product) => {
  const registry = await createRegistry(product, credentials, ORGANISATIONS);
  return writePage(await measure(product, registry));
});
