import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { ImportFault } from "@abwab/contract";
import type { FoundList, FromProcess, ListRequest, ToProcess } from "./reading/list-request.ts";
import type { PreviewRow } from "./reading/preview-row.ts";

// In the bundle it lies beside us, in the source in a folder of its own.
const isBundle = import.meta.filename.endsWith(".js");
const file = path.join(import.meta.dirname, isBundle ? "list-process.js" : "reading/list-process.ts");
/** A list of 100,000 rows takes half of it. */
const HEAP_MB = 768;
/** The longest that a process may be silent: opening 25 MB of a workbook on a busy machine takes a fraction. */
const SILENCE_MS = 90_000;

/** What becomes of what is read, step by step; the process waits for each. */
export interface ListTaker {
  found(found: FoundList): Promise<void>;
  rows(rows: PreviewRow[]): Promise<void>;
}

/** A file has led the reading where nobody has thought of. */
export class UnreadableList extends Error {
  override name = "UnreadableList";
}

/** What the rows are compared with. */
export type KnowledgePart = Exclude<ToProcess, { kind: "read" | "next" }>;

/**
 * Reads a list in a process of its own, with a bound on its memory and its time: a file from outside may be made to
 * take all it can get. Resolves with what is wrong with the whole file, null where nothing is.
 */
export async function readList(
  request: ListRequest,
  /** In parts, so that none holds the service up. */
  knowledge: AsyncIterable<KnowledgePart>,
  taker: ListTaker,
  signal: AbortSignal,
): Promise<ImportFault | null> {
  signal.throwIfAborted();
  const messages = new Messages(start());
  const stop = (): void => messages.end();
  signal.addEventListener("abort", stop, { once: true });
  try {
    for await (const part of knowledge) await messages.send(part);
    await messages.send({ kind: "read", request });
    for (;;) {
      const message = await messages.next();
      signal.throwIfAborted();
      if (typeof message === "string") return message;
      if (message.kind === "done") return null;
      if (message.kind === "fault") return message.fault;
      if (message.kind === "error") throw new UnreadableList(message.message);
      if (message.kind === "found") await taker.found(message.found);
      else {
        await taker.rows(message.rows);
        await messages.send({ kind: "next" });
      }
    }
  } finally {
    signal.removeEventListener("abort", stop);
    messages.end();
  }
}

function start(): ChildProcess {
  return fork(file, [], {
    serialization: "advanced",
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    env: environment(),
    // What the runtime says when it runs out of memory is no news: the list is answered as too much.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

/** Ours without the service's settings: a list needs no password. */
function environment(): NodeJS.ProcessEnv {
  const isSetting = (name: string): boolean => name === "DATABASE_URL" || name.startsWith("ABWAB_");
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isSetting(name)));
}

/** What a process says, one after another; a fault once it has ended, out of memory, or is silent for too long. */
class Messages {
  private readonly heard: FromProcess[] = [];
  private waiting: (() => void) | undefined;
  private isOver = false;
  private readonly child: ChildProcess;

  constructor(child: ChildProcess) {
    this.child = child;
    child.on("message", (message: FromProcess) => {
      this.heard.push(message);
      this.waiting?.();
    });
    const over = (): void => {
      this.isOver = true;
      this.waiting?.();
    };
    child.once("exit", over);
    child.once("error", over);
  }

  /** Resolves once it was handed over; a process that has ended says so by what it says next. */
  send(message: ToProcess): Promise<void> {
    if (!this.child.connected) return Promise.resolve();
    return new Promise((resolve) => this.child.send(message, () => resolve()));
  }

  async next(): Promise<FromProcess | "too_much_inside" | "took_too_long"> {
    if (this.heard.length === 0 && !this.isOver) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.waiting = resolve;
        timer = setTimeout(resolve, SILENCE_MS);
      });
      clearTimeout(timer);
      this.waiting = undefined;
    }
    return this.heard.shift() ?? (this.isOver ? "too_much_inside" : "took_too_long");
  }

  end(): void {
    this.child.kill("SIGKILL");
  }
}
