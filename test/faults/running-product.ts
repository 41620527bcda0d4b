import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..", "..");

/** `npm start` as a person runs it, in a directory of its own. */
export class RunningProduct implements AsyncDisposable {
  readonly directory: string;
  readonly port: number;
  #child: ChildProcess | undefined;
  #output = "";

  constructor(port: number, directory: string = newDirectory()) {
    this.port = port;
    this.directory = directory;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** All it has printed. */
  get output(): string {
    return this.#output;
  }

  start(environment: Record<string, string> = {}): void {
    const child = spawn(process.execPath, ["tools/run.mjs", "tools/start/main.ts", "--empty"], {
      cwd: root,
      env: {
        PATH: process.env["PATH"],
        HOME: process.env["HOME"],
        PORT: String(this.port),
        ABWAB_DATA: this.directory,
        ...environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => (this.#output += chunk));
    }
    this.#child = child;
  }

  /** Resolves with the exit code. */
  ended(): Promise<number | null> {
    const child = this.#child;
    if (child === undefined) throw new Error("not started");
    if (child.exitCode !== null) return Promise.resolve(child.exitCode);
    return new Promise((resolve) => child.once("close", (code) => resolve(code)));
  }

  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.signal("SIGTERM");
    if (this.#child !== undefined) await this.ended();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

function newDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), "abwab-start-"));
  chmodSync(directory, 0o755);
  return directory;
}
