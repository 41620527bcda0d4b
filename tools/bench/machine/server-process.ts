import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { processorSeconds } from "./processor-time.ts";

/** A server under measurement, in a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  readonly port: number;
  stop(): Promise<void>;
}

export interface ServerOptions {
  program: string;
  environment: Record<string, string>;
  nodeOptions?: string[];
}

/** Starts a Node program that prints `listening http://127.0.0.1:PORT` once it serves. */
export async function startServer({ program, environment, nodeOptions = [] }: ServerOptions): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...nodeOptions, program], {
    env: { PATH: process.env["PATH"] ?? "", NODE_ENV: "production", PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await portOf(child);
  return { pid: child.pid as number, port, stop: () => stop(child) };
}

async function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`A server did not start; it ended with code ${code}.`)));
    if (child.stdout === null) throw new Error("The server's output is not piped.");
    createInterface({ input: child.stdout }).on("line", (line) => {
      const port = /^listening http:\/\/[^:]+:(\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const hard = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(hard);
}

/** Measures the processor that a server and the database use between two moments. */
export class ProcessorMeter {
  private from = { server: 0, database: 0 };
  private to = { server: 0, database: 0 };

  private readonly server: ServerProcess;
  private readonly databasePid: number;

  constructor(server: ServerProcess, databasePid: number) {
    this.server = server;
    this.databasePid = databasePid;
  }

  readonly mark = (edge: "from" | "to"): void => {
    this[edge] = { server: processorSeconds(this.server.pid), database: processorSeconds(this.databasePid) };
  };

  /** Seconds between the two marks. */
  get used(): { server: number; database: number } {
    return { server: this.to.server - this.from.server, database: this.to.database - this.from.database };
  }
}
