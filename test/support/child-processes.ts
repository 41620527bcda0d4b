import { readdirSync, readFileSync } from "node:fs";

/** Ids of our own children whose command line has this word (Linux). */
export function childProcesses(word: string): number[] {
  const isOurs = (pid: string): boolean => {
    const parent = readIfThere(`/proc/${pid}/stat`).split(") ")[1]?.split(" ")[1];
    return parent === String(process.pid) && readIfThere(`/proc/${pid}/cmdline`).includes(word);
  };
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && isOurs(name))
    .map(Number);
}

/** Empty for a process that has ended meanwhile. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    // Not instanceof: Node's own errors are of another realm than a test's.
    const { code } = error as { code?: string };
    if (code === "ENOENT" || code === "ESRCH") return "";
    throw error;
  }
}
