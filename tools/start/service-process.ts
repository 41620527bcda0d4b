import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, rmSync, statSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import path from "node:path";
import { serviceEntry, workspaceRoot } from "./workspace.ts";

/** The service's exit code for what only a person can put right; its last line on stderr says what. */
export const fatalExitCode = 78;

const largestLog = 16 * 1024 * 1024;
const administratorLine = "first-administrator ";
const fatalLine = "fatal: ";

export interface FirstAdministrator {
  email: string;
  password: string;
}

export interface ServiceProcess {
  child: ChildProcess;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; fatal: string | undefined; lastWords: string }>;
}

/** Starts the built service once. Its log goes to `logFile`, without the first administrator's password. */
export function spawnService(
  environment: NodeJS.ProcessEnv,
  logFile: string,
  onFirstAdministrator: (found: FirstAdministrator) => void,
): ServiceProcess {
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > largestLog) rmSync(logFile);
  closeSync(openSync(logFile, "a", 0o600));
  const endWithLauncher = pathToFileURL(path.join(import.meta.dirname, "end-with-launcher.mjs")).href;
  const child = spawn(process.execPath, ["--enable-source-maps", `--import=${endWithLauncher}`, serviceEntry], {
    cwd: workspaceRoot,
    env: environment,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Out of the terminal's reach: on Ctrl-C the launcher stops the service, then the database.
    detached: true,
  });
  let fatal: string | undefined;
  let lastWords = "";
  let written: Promise<void> = Promise.resolve();
  const log = (line: string): void => {
    written = written.then(() => appendFile(logFile, `${line}\n`));
  };
  if (child.stdout) {
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.startsWith(administratorLine))
        onFirstAdministrator(JSON.parse(line.slice(administratorLine.length)) as FirstAdministrator);
      else log(line);
    });
  }
  if (child.stderr) {
    createInterface({ input: child.stderr }).on("line", (line) => {
      if (line.startsWith(fatalLine)) fatal = line.slice(fatalLine.length);
      if (line.trim() !== "") lastWords = /Error/.test(lastWords) ? lastWords : line;
      log(line);
    });
  }
  const ended = new Promise<Awaited<ServiceProcess["ended"]>>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, fatal, lastWords }));
  });
  return { child, ended };
}
