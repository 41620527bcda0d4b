import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import path from "node:path";

/** What a running server writes into its data directory; left behind when it was killed. */
export interface Postmaster {
  pid: number;
  port: number;
}

function postmasterFile(cluster: string): string {
  return path.join(cluster, "postmaster.pid");
}

/** The server now running on this data directory, if there is one; undefined for a file that a killed one left. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const file = postmasterFile(cluster);
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || !worksOn(pid, cluster)) return undefined;
  return { pid, port: Number(lines[3]) };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Process ids are used again, so a living one proves nothing: the server works inside its data directory. */
function worksOn(pid: number, cluster: string): boolean {
  try {
    if (existsSync("/proc/self/cwd")) return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).includes(cluster);
  } catch (error) {
    // It ended in between, or it belongs to someone else: not our server either way.
    const { code, status } = error as NodeJS.ErrnoException & { status?: number };
    if (code === "ENOENT" || code === "EACCES" || code === "EPERM" || code === "ESRCH" || status === 1) return false;
    throw error;
  }
}
