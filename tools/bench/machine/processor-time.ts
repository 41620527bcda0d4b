import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

interface Usage {
  parent: number;
  seconds: number;
}

// USER_HZ, which Linux has fixed at 100 for what it tells programs.
const TICKS_PER_SECOND = 100;

/** Seconds of processor that a process has used so far, with its children, those that have ended included. */
export function processorSeconds(pid: number): number {
  const usages = existsSync("/proc/self/stat") ? fromProc() : fromPs();
  let total = 0;
  const open = [pid];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    total += usages.get(next)?.seconds ?? 0;
    for (const [child, { parent }] of usages) if (parent === next) open.push(child);
  }
  return total;
}

/** Resident memory of a process in bytes. */
export function residentBytes(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) * 1024;
}

function fromProc(): Map<number, Usage> {
  const usages = new Map<number, Usage>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const usage = readStat(name);
    if (usage !== undefined) usages.set(Number(name), usage);
  }
  return usages;
}

function readStat(name: string): Usage | undefined {
  let line: string;
  try {
    line = readFileSync(`/proc/${name}/stat`, "utf8");
  } catch (error) {
    // It ended since the directory was read.
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw error;
  }
  // The program's name, in brackets, may hold anything; the fields after it are proc(5)'s from the third on.
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
  return { parent: Number(fields[1]), seconds: ticks / TICKS_PER_SECOND };
}

function fromPs(): Map<number, Usage> {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,time="], { encoding: "utf8" }).trim().split("\n");
  return new Map(
    lines.map((line) => {
      const [pid, parent, time = "0"] = line.trim().split(/\s+/);
      const seconds = time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
      return [Number(pid), { parent: Number(parent), seconds }];
    }),
  );
}
