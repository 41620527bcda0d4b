import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "@abwab/postgres";
import { RunningProduct } from "./running-product.ts";

// Processes are found under /proc; elsewhere these tests say that they were skipped.
const test = existsSync("/proc/self/environ") ? globalThis.test : globalThis.test.skip;
// A first start creates the database; on a busy machine that takes a while.
const enough = 90_000;

test(
  "npm start serves again within five seconds of a killed service and of a killed database, and stops with exit 0",
  async () => {
    await using product = new RunningProduct(await freePort());
    product.start();
    await until(() => isReady(product));

    process.kill(servicePid(product), "SIGKILL");
    await until(() => product.output.includes("the service is back"), 5_000);
    expect(await isReady(product)).toBe(true);

    process.kill(databasePid(product), "SIGKILL");
    await until(() => product.output.includes("the database runs again"), 5_000);
    await until(() => isReady(product), 5_000);

    product.signal("SIGTERM");
    expect(await product.ended()).toBe(0);
    expect(await isReady(product)).toBe(false);
    expect(() => databasePid(product)).toThrow("ENOENT");
  },
  enough,
);

test(
  "a launcher that was killed leaves nothing that keeps the next start from serving the same data",
  async () => {
    await using product = new RunningProduct(await freePort());
    product.start();
    await until(() => isReady(product));
    const database = databasePid(product);
    process.kill(launcherPid(product), "SIGKILL");
    await product.ended();
    await until(async () => !(await isReady(product)));

    product.start();
    await until(() => isReady(product));
    expect(databasePid(product)).not.toBe(database);
  },
  enough,
);

test(
  "a taken port is one clear sentence and exit 1",
  async () => {
    const port = await freePort();
    await using product = new RunningProduct(port);
    const other = createServer().listen(port, "127.0.0.1");
    product.start();
    expect(await product.ended()).toBe(1);
    other.close();
    expect(product.output).toMatch(/^abwab: Port \d+ of 127\.0\.0\.1 is taken [^\n]*\n$/);
  },
  enough,
);

test(
  "a broken database directory is one clear sentence and exit 1",
  async () => {
    await using product = new RunningProduct(await freePort());
    writeFileSync(path.join(product.directory, "postgres"), "not a database");
    product.start();
    expect(await product.ended()).toBe(1);
    expect(product.output).toMatch(/^abwab: The database directory [^\n]*\n$/);
  },
  enough,
);

test(
  "an unreachable DATABASE_URL is one clear sentence without its password, and exit 1",
  async () => {
    await using product = new RunningProduct(await freePort());
    const nobody = await freePort();
    product.start({ DATABASE_URL: `postgresql://abwab:secret-word@127.0.0.1:${nobody}/abwab` });
    expect(await product.ended()).toBe(1);
    expect(product.output).toMatch(/^abwab: The database "abwab" on [^\n]* cannot be reached: [^\n]*\n$/);
    expect(product.output).not.toContain("secret-word");
  },
  enough,
);

function isReady(product: RunningProduct): Promise<boolean> {
  return fetch(`${product.url}/health/ready`, { signal: AbortSignal.timeout(1_000) }).then(
    ({ ok }) => ok,
    // Nothing listens: not ready.
    () => false,
  );
}

async function until(condition: () => boolean | Promise<boolean>, milliseconds = 60_000): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("It did not happen in time");
    await delay(20);
  }
}

function databasePid({ directory }: RunningProduct): number {
  return Number(readFileSync(path.join(directory, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

function servicePid({ directory }: RunningProduct): number {
  return pidWhere(
    (command, environment) => command.includes("dist/apps/api/main.js") && environment.includes(directory),
  );
}

function launcherPid({ directory }: RunningProduct): number {
  return pidWhere(
    (command, environment) =>
      command.includes("tools/start/main.ts") && !command.includes("run.mjs") && environment.includes(directory),
  );
}

function pidWhere(isIt: (command: string, environment: string) => boolean): number {
  const found = readdirSync("/proc")
    .map(Number)
    .filter(Number.isInteger)
    .find((pid) => isIt(processFile(pid, "cmdline"), processFile(pid, "environ")));
  if (found === undefined) throw new Error("There is no such process");
  return found;
}

/** Empty for a process that ended while we looked, and for someone else's. */
function processFile(pid: number, name: string): string {
  const { status, stdout } = spawnSync("cat", [`/proc/${pid}/${name}`], { encoding: "utf8" });
  return status === 0 ? stdout : "";
}
