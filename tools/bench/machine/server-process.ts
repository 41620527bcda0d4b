import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface, type Interface } from "node:readline";
import { remember } from "./left-behind.ts";
import { processorSeconds } from "./processor-time.ts";

/** A server under measurement, in a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  readonly port: number;
  /** What it holds after a full collection; of a server that was started with `memoryProbe`. */
  memory(): Promise<MemoryHeld>;
  stop(): Promise<void>;
}

/** Bytes. */
export interface MemoryHeld {
  resident: number;
  heap: number;
  /** Buffers and whatever else JavaScript's objects hold outside the heap. */
  external: number;
}

/** Node's options for a server whose memory is asked for. Nothing of the server itself is changed. */
export const memoryProbe = ["--expose-gc", "--import", path.join(import.meta.dirname, "memory-probe.ts")];

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
  const forget = remember(() => stop(child));
  child.once("exit", forget);
  if (child.stdout === null) throw new Error("The server's output is not piped.");
  const output = createInterface({ input: child.stdout });
  const port = Number(await lineOf(child, output, /^listening http:\/\/[^:]+:(\d+)/));
  return {
    pid: child.pid as number,
    port,
    memory: async () => {
      if (!nodeOptions.includes("--expose-gc")) throw new Error("This server was started without the memory probe.");
      const line = lineOf(child, output, /^memory (.*)$/);
      child.kill("SIGUSR2");
      return JSON.parse(await line) as MemoryHeld;
    },
    stop: () => stop(child),
  };
}

/** The part in brackets of the next line that is like this. */
async function lineOf(child: ChildProcess, output: Interface, like: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const onEnd = (reason: unknown): void => {
      reject(new Error(`A server ended while it was waited for (${String(reason)}).`));
    };
    const onLine = (line: string): void => {
      const part = like.exec(line)?.[1];
      if (part === undefined) return;
      child.off("error", onEnd).off("exit", onEnd);
      output.off("line", onLine);
      resolve(part);
    };
    child.once("error", onEnd).once("exit", onEnd);
    output.on("line", onLine);
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
