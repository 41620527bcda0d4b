import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { CrowdAnswer, CrowdCommand, CrowdPlan, ShowPlan, ShowResult } from "./crowd-plan.ts";

/** A crowd of screens in a process of its own. */
export class RemoteCrowd implements Disposable {
  private readonly child: ChildProcess;

  private constructor() {
    this.child = fork(path.join(import.meta.dirname, "crowd-process.ts"));
  }

  static async start(plan: CrowdPlan): Promise<RemoteCrowd> {
    const crowd = new RemoteCrowd();
    await crowd.ask({ plan });
    return crowd;
  }

  async open(count: number): Promise<void> {
    await this.ask({ open: count });
  }

  async show(plan: ShowPlan): Promise<ShowResult> {
    const result = await this.ask({ show: plan });
    if (typeof result !== "object") throw new Error("The crowd showed nothing.");
    return result;
  }

  /** How many of the screens a tick comes to within so many seconds. */
  async listen(seconds: number): Promise<number> {
    return Number(await this.ask({ listen: seconds }));
  }

  [Symbol.dispose](): void {
    this.child.kill();
  }

  private async ask(command: CrowdCommand): Promise<ShowResult | number | undefined> {
    return new Promise((resolve, reject) => {
      const onExit = (): void => reject(new Error("The crowd ended early."));
      this.child.once("exit", onExit);
      this.child.once("message", (answer: CrowdAnswer) => {
        this.child.off("exit", onExit);
        if ("failed" in answer) reject(new Error(answer.failed));
        else resolve(answer.done);
      });
      this.child.send(command);
    });
  }
}
