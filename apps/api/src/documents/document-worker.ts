import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { DocumentAnswer, DocumentData, DocumentForm, DocumentTemplate } from "./document-request.ts";

// Beside us: bundled as we are, or both as they were written.
const file = path.join(import.meta.dirname, `document-process${path.extname(import.meta.filename)}`);

/** The process that was setting a document is gone, or was stopped because it took too long. */
export class DocumentLost extends Error {
  override name = "DocumentLost";
}

/**
 * Sets one document after another in a process of its own. A thread would not do: setting blocks, in code that can't
 * be stopped from outside but with its process, and takes hundreds of megabytes that end with it.
 */
export class DocumentWorker {
  private child: ChildProcess | undefined;
  private last = 0;
  private readonly timeoutMs: number;

  /** @param timeoutMs how long one document may take */
  constructor(timeoutMs: number) {
    this.timeoutMs = timeoutMs;
  }

  /** Call it again only when the earlier one has settled. Throws `DocumentLost`, or an error of the template. */
  set(
    template: DocumentTemplate,
    data: DocumentData,
    madeAt = Date.now(),
    as: DocumentForm = "pdf",
  ): Promise<Uint8Array> {
    const child = (this.child ??= this.start());
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        child.off("message", onMessage);
        child.off("exit", onExit);
        finish();
      };
      const onMessage = (answer: DocumentAnswer): void => {
        if (answer.id !== id) return;
        settle(() => ("file" in answer ? resolve(answer.file) : reject(new Error(answer.error))));
      };
      const onExit = (): void => settle(() => reject(new DocumentLost(`The process of ${template} ended.`)));
      const timer = setTimeout(() => {
        this.stop();
        settle(() => reject(new DocumentLost(`${template} took longer than ${this.timeoutMs} ms.`)));
      }, this.timeoutMs);
      child.on("message", onMessage);
      child.once("exit", onExit);
      child.send({ id, template, data, madeAt, as }, (error) => error && onExit());
    });
  }

  /** Ends the process; the next document begins another. */
  stop(): void {
    this.child?.kill("SIGKILL");
    this.child = undefined;
  }

  private start(): ChildProcess {
    const child = fork(file, [], {
      // What the launcher loads into the service lets go of the channel to its parent: here that would end at once.
      execArgv: [],
      serialization: "advanced",
      // One processor is enough for a document; the others count.
      env: { ...environment(), RAYON_NUM_THREADS: "1" },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const forget = (): void => {
      if (this.child === child) this.child = undefined;
    };
    child.once("exit", forget);
    child.on("error", forget);
    // Alone it keeps nothing running.
    child.unref();
    child.channel?.unref();
    return child;
  }
}

/** Ours without the service's settings: a document needs no password. */
function environment(): NodeJS.ProcessEnv {
  const isSetting = (name: string): boolean => name === "DATABASE_URL" || name.startsWith("ABWAB_");
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isSetting(name)));
}
