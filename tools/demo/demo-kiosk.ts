import { ApiProblem, Unreachable } from "@abwab/api-client";
import { HEARTBEAT_MS, MAX_ENTRIES_PER_REQUEST, type EntriesResponse } from "@abwab/contract";
import { v7 as uuidV7 } from "uuid";
import type { VirtualKiosk } from "../virtual-kiosk/pair-kiosks.ts";
import { sendBatch } from "../virtual-kiosk/send-batch.ts";
import type { Crossing } from "./crowd.ts";
import { ShownState } from "./shown-state.ts";

/** How a kiosk's network is: `slow` sends now and then and carries entries meanwhile, `lost` sends nothing. */
export type Link = "good" | "slow" | "lost";

const sendEveryMs: Record<Link, number> = { good: 900, slow: 12_000, lost: Number.POSITIVE_INFINITY };

const SHOW_AGAIN_MS = 3_000;

type Entry = Crossing & { readonly id: string };

/** A kiosk of the demo: keeps what it counted until the service has answered for it. */
export class DemoKiosk {
  link: Link = "good";
  /** Its token was ended: somebody revoked the device, or paired it anew. */
  ended = false;
  readonly #kiosk: VirtualKiosk;
  readonly #waiting: Entry[] = [];
  readonly #shown: ShownState;
  #sentAt: number;
  #sending = false;

  constructor(kiosk: VirtualKiosk, sentAt: number) {
    this.#kiosk = kiosk;
    this.#sentAt = sentAt;
    this.#shown = new ShownState(kiosk, sentAt);
  }

  /** Something was changed on the console: the kiosk shows it from `at` on, once it has a network. */
  refreshAt(at: number): void {
    this.#shown.refreshAt(at);
  }

  count(crossing: Crossing): void {
    if (!this.ended) this.#waiting.push({ ...crossing, id: uuidV7({ msecs: crossing.at }) });
  }

  get pending(): number {
    return this.#waiting.length;
  }

  /** Sends what is due, or a heartbeat; never twice at once. Resolves with the number of entries sent. */
  async tick(now: number, signal: AbortSignal): Promise<number> {
    await this.#show(now, signal);
    const every = this.#waiting.length > 0 ? sendEveryMs[this.link] : HEARTBEAT_MS;
    if (this.ended || this.#sending || this.link === "lost" || now - this.#sentAt < every) return 0;
    this.#sentAt = now;
    return this.send(signal);
  }

  /** Sends what waits, up to one batch. */
  async send(signal: AbortSignal): Promise<number> {
    if (this.ended || this.#sending) return 0;
    this.#sending = true;
    try {
      // On a slow network the kiosk says what is waiting and gets rid of half of it.
      const most = this.link === "slow" ? Math.ceil(this.#waiting.length / 2) : this.#waiting.length;
      const batch = this.#waiting.slice(0, Math.min(most, MAX_ENTRIES_PER_REQUEST));
      await this.#deliver(batch, this.#waiting.length - batch.length, signal);
      this.#waiting.splice(0, batch.length);
      return batch.length;
    } catch (error) {
      if (!(error instanceof ApiProblem && error.status === 401)) throw error;
      this.ended = true;
      this.#waiting.length = 0;
      return 0;
    } finally {
      this.#sending = false;
    }
  }

  async #show(now: number, signal: AbortSignal): Promise<void> {
    if (this.ended || this.link === "lost" || !this.#shown.isDue(now)) return;
    try {
      await this.#shown.refresh(now, signal);
    } catch (error) {
      if (!(error instanceof Unreachable || error instanceof ApiProblem)) throw error;
      // A revoked kiosk learns it when it sends; a service that is away is asked again.
      this.#shown.refreshAt(now + SHOW_AGAIN_MS);
    }
  }

  #deliver(batch: Entry[], pending: number, signal: AbortSignal): Promise<EntriesResponse> {
    const { client, checkpoint } = this.#kiosk;
    const entries = batch.map(({ id, direction, headcount, category, at }) => ({
      id,
      checkpoint: checkpoint.code,
      direction,
      headcount,
      category,
      occurredAt: new Date(at).toISOString(),
    }));
    return sendBatch(client, entries, { pending, signal });
  }
}
