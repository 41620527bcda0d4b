import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { asUser, type OperatingUser } from "./operating-user.ts";

const largestLog = 16 * 1024 * 1024;

export interface RunningPostmaster {
  child: ChildProcess;
  exited: Promise<void>;
  /** What the server has logged since this start. */
  log(): string;
}

/**
 * Starts the server in a session of its own, so that Ctrl-C in the terminal reaches the launcher alone and the
 * launcher can stop the service first. Its log goes to a file: it outlives a launcher that was killed.
 */
export function runPostmaster(
  program: string,
  user: OperatingUser,
  cluster: string,
  logFile: string,
  flags: string[],
): RunningPostmaster {
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > largestLog) rmSync(logFile);
  const output = openSync(logFile, "a", 0o600);
  const start = statSync(logFile).size;
  const { command, words, options } = asUser(user, program, ["-D", cluster, ...flags]);
  const child = spawn(command, words, { ...options, stdio: ["ignore", output, output], detached: true });
  closeSync(output);
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  return { child, exited, log: () => readFileSync(logFile).subarray(start).toString("utf8") };
}
