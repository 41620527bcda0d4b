import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { ListenersPlan } from "./listeners-process.ts";

/** Clients of the bare WebSocket server, in a process of their own. */
export class Listeners implements Disposable {
  private readonly child: ChildProcess;

  private constructor() {
    this.child = fork(path.join(import.meta.dirname, "listeners-process.ts"));
  }

  static async open(plan: ListenersPlan): Promise<Listeners> {
    const listeners = new Listeners();
    await listeners.ask(plan);
    return listeners;
  }

  /** Has the server send for so long; resolves with how many messages came, over all clients. */
  async listen(seconds: number): Promise<number> {
    await this.ask("send");
    await delay(seconds * 1000);
    return this.ask("stop");
  }

  [Symbol.dispose](): void {
    this.child.kill();
  }

  private async ask(message: ListenersPlan | "send" | "stop"): Promise<number> {
    return new Promise((resolve, reject) => {
      const onExit = (): void => reject(new Error("The listeners ended early."));
      this.child.once("exit", onExit);
      this.child.once("message", (answer) => {
        this.child.off("exit", onExit);
        resolve((answer as { received: number }).received);
      });
      this.child.send(message);
    });
  }
}
