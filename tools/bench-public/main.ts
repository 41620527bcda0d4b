import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@abwab/postgres";
import { processorSeconds } from "../bench/machine/processor-time.ts";
import { FatalError } from "../start/fatal-error.ts";
import { startProduct } from "../start/start-product.ts";
import { workspaceRoot } from "../start/workspace.ts";
import { type Measured, writePage } from "./page.ts";
import { readAll } from "./readers.ts";

// npm run bench:public: what the public counter carries on this machine, over loopback. Takes about half a minute.
const READERS = 2_000;
const SECONDS = 8;
/** Readings one after the other: each waits until the last answer is a second old. */
const READINGS = 5;
const COUNTER = "/public/open-days";

const directory = mkdtempSync(path.join(tmpdir(), "abwab-bench-public-"));
chmodSync(directory, 0o755);
try {
  await using product = await startProduct({
    directory,
    databaseUrl: "",
    port: await freePort(),
    host: "127.0.0.1",
    environment: {},
    say: (line) => process.stderr.write(`abwab: ${line}\n`),
  });
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
  const page = writePage(measured);
  writeFileSync(path.join(workspaceRoot, "docs/benchmarks-public.md"), page);
  process.stdout.write(page);
} catch (error) {
  if (!(error instanceof FatalError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
