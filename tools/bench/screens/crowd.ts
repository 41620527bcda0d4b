import { setTimeout as delay } from "node:timers/promises";
import type { CountSnapshot } from "@abwab/contract";
import { EntryRequests, type Kiosk } from "../load/entry-requests.ts";
import { HttpConnection } from "../load/http-connection.ts";
import { Screen } from "./screen.ts";
import type { CrowdPlan, ShowPlan, ShowResult } from "./crowd-plan.ts";
import { ShownEntries } from "./shown-entries.ts";

const OPENED_AT_ONCE = 50;
const SENDERS = 64;

/** Many screens that watch, and kiosks that send at a rate, in one process: one clock for both ends. */
export class Crowd {
  private readonly plan: CrowdPlan;
  private shown = new ShownEntries();
  private readonly screens: Screen[] = [];
  private snapshot = "";

  constructor(plan: CrowdPlan) {
    this.plan = plan;
  }

  /** Opens screens until there are so many. */
  async open(count: number): Promise<void> {
    let next = this.screens.length;
    const openers = Array.from({ length: Math.min(OPENED_AT_ONCE, count) }, async () => {
      while (next < count) {
        const number = next;
        next += 1;
        const { screen, snapshot } = await Screen.open(this.plan.port, this.plan, (data) =>
          this.shown.noteTick(number, data),
        );
        this.screens[number] = screen;
        this.snapshot = snapshot;
      }
    });
    await Promise.all(openers);
  }

  /** Sends entries at a rate for so long and tells how old they were when screens showed them. */
  async show({ rate, zones, seconds }: ShowPlan): Promise<ShowResult> {
    const shown = new ShownEntries();
    const probe = await Screen.open(this.plan.port, this.plan, () => undefined);
    const [{ snapshot }] = JSON.parse(probe.snapshot) as [{ snapshot: CountSnapshot }];
    probe.screen.close();
    shown.begin(snapshot);
    this.shown = shown;
    await this.send(this.plan.kiosks.slice(0, zones), rate, seconds);
    // What was sent last shows within two ticks.
    await delay(600);
    const { p50, p99, highest } = shown.latencies.summary();
    return {
      latency: { p50, p99, highest },
      delivered: shown.delivered,
      tickBytes: shown.tickBytes,
      sampleTick: shown.sampleTick,
      snapshotBytes: Buffer.byteLength(this.snapshot),
    };
  }

  /** How many screens a tick comes to within so many seconds, until it has come to all. */
  async listen(seconds: number): Promise<number> {
    this.shown = new ShownEntries();
    const giveUpAt = performance.now() + seconds * 1000;
    while (this.shown.screens < this.screens.length && performance.now() < giveUpAt) await delay(50);
    return this.shown.screens;
  }

  private async send(kiosks: readonly Kiosk[], rate: number, seconds: number): Promise<void> {
    const requests = new EntryRequests(1);
    const idle: HttpConnection[] = [];
    let lost: Error | undefined;
    for (let index = 0; index < SENDERS; index += 1)
      idle.push(await HttpConnection.open(this.plan.port, (error) => (lost ??= error)));
    const all = [...idle];
    const begun = performance.now();
    for (let count = 0; performance.now() - begun < seconds * 1000; await delay(1)) {
      const due = Math.floor(((performance.now() - begun) / 1000) * rate);
      for (; count < due && idle.length > 0; count += 1) {
        const kiosk = kiosks[count % kiosks.length] as Kiosk;
        const connection = idle.pop() as HttpConnection;
        this.shown.noteSent(kiosk.checkpoint.replace(/-A$/, ""));
        connection.exchange(requests.next(kiosk), ({ status }) => {
          if (status !== 200) lost ??= new Error(`An entry was answered ${status}.`);
          idle.push(connection);
        });
      }
    }
    for (const giveUpAt = performance.now() + 5_000; idle.length < SENDERS && performance.now() < giveUpAt;)
      await delay(10);
    for (const connection of all) connection.close();
    if (lost !== undefined) throw lost;
  }
}
