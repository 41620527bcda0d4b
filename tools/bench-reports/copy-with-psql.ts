import { spawn } from "node:child_process";
import { once } from "node:events";
import { connectionEnvironment } from "../bench/machine/find-program.ts";
import { TIME_ZONE } from "../bench/machine/park.ts";

/** Seconds that psql takes to copy a query's rows into a file, as CSV. */
export async function copyWithPsql(psql: string, databaseUrl: string, query: string, file: string): Promise<number> {
  // As the product's: in the edition's time zone, on one processor.
  const options = `-c timezone=${TIME_ZONE} -c work_mem=64MB -c max_parallel_workers_per_gather=0 -c jit=off`;
  const child = spawn(psql, ["-X", "-q", "-o", file, "-c", `copy (${query}) to stdout (format csv)`], {
    env: { PATH: process.env["PATH"] ?? "", ...connectionEnvironment(databaseUrl), PGOPTIONS: options },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const begun = performance.now();
  const [status] = (await once(child, "exit")) as [number | null];
  if (status !== 0) throw new Error(`psql ended with ${status}.`);
  return (performance.now() - begun) / 1000;
}
