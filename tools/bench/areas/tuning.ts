import type { Bench } from "../bench.ts";
import type { Contender, Store } from "../contenders.ts";

/** A way to run the conventional service, and what it did. */
export interface Tuning {
  poolSize: number;
  connections: number;
  entriesPerSecond: number;
}

const poolSizes: Record<Store, number[]> = { prisma: [2, 5, 10, 20, 40], pg: [5, 10, 20] };

const found = new WeakMap<Bench, Map<Store, { best: Tuning; sweep: Tuning[] }>>();

/** The number of connections at which a service does best, of a few. */
export async function bestConnections(bench: Bench, contender: Contender): Promise<{ best: Tuning; sweep: Tuning[] }> {
  const sweep: Tuning[] = [];
  for (const connections of bench.short ? [64] : [128, 256, 512, 1024]) {
    const plan = { connections, warmUpSeconds: 1, seconds: bench.amount(2, 1) };
    const { entriesPerSecond } = await bench.run(contender, plan);
    sweep.push({ poolSize: 10, connections, entriesPerSecond });
    bench.say(`${contender.name}, ${connections} connections: ${entriesPerSecond.toFixed(0)}/s`);
  }
  return { best: sweep.reduce((a, b) => (b.entriesPerSecond > a.entriesPerSecond ? b : a)), sweep };
}

/** Tries pool sizes and numbers of connections, once a run, and says which did best: it is compared at its best. */
export async function bestConventional(bench: Bench, store: Store): Promise<{ best: Tuning; sweep: Tuning[] }> {
  const known = found.get(bench)?.get(store);
  if (known !== undefined) return known;
  const sweep: Tuning[] = [];
  for (const poolSize of bench.short ? [10] : poolSizes[store]) {
    await using contender = await bench.contenders.conventional(store, poolSize);
    for (const connections of bench.short ? [32] : [16, 64, 256]) {
      const plan = { connections, warmUpSeconds: 0.75, seconds: bench.amount(2, 1) };
      const { entriesPerSecond } = await bench.run(contender, plan);
      sweep.push({ poolSize, connections, entriesPerSecond });
      bench.say(`${contender.name}, pool ${poolSize}, ${connections} connections: ${entriesPerSecond.toFixed(0)}/s`);
    }
  }
  const best = sweep.reduce((a, b) => (b.entriesPerSecond > a.entriesPerSecond ? b : a));
  const ofBench = found.get(bench) ?? new Map<Store, { best: Tuning; sweep: Tuning[] }>();
  found.set(bench, ofBench.set(store, { best, sweep }));
  return { best, sweep };
}
