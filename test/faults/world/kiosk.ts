import { setTimeout as delay } from "node:timers/promises";
import { ApiProblem, createClient, type Client, Unreachable } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { between, newId, oneOf } from "./chance.ts";
import type { Item, Journal } from "./journal.ts";

export interface KioskParts {
  id: string;
  token: string;
  /** Where it sends; after a failure it tries any of them. */
  urls: () => readonly string[];
  journal: Journal;
  random: () => number;
  /** Most items of one request. */
  batch?: number;
}

/** A kiosk with an outbox in memory: what it has made waits there until a server has answered for it. */
export class Kiosk {
  readonly id: string;
  readonly outbox: Item[] = [];
  /** How often it got no answer, or 503. */
  failures = 0;
  stoppedBy: string | undefined;
  /** How far its clock is ahead; it says so with every request, and stamps nothing by it itself. */
  clockOffsetMs = 0;
  readonly #parts: KioskParts;
  readonly #clients = new Map<string, Client>();

  constructor(parts: KioskParts) {
    this.id = parts.id;
    this.#parts = parts;
  }

  /** One crossing, of now unless it says otherwise; it waits in the outbox. */
  tap(given: Partial<Extract<Item, { direction: unknown }>> = {}): string {
    const { random } = this.#parts;
    const id = newId(random);
    const direction = random() < 0.6 ? "in" : "out";
    this.outbox.push({
      id,
      direction,
      headcount: between(random, 1, 9),
      occurredAt: new Date().toISOString(),
      ...given,
    });
    return id;
  }

  /** Takes an entry back. */
  takeBack(entryId: string, occurredAt = new Date().toISOString()): string {
    const id = newId(this.#parts.random);
    this.outbox.push({ id, voids: entryId, occurredAt });
    return id;
  }

  /** Sends until the outbox is empty, its token is refused or the signal aborts. Every fifth answer is asked for twice. */
  async drain(signal?: AbortSignal): Promise<void> {
    const { random, batch = 40 } = this.#parts;
    while (this.outbox.length > 0 && !signal?.aborted && this.stoppedBy === undefined) {
      const items = this.outbox.slice(0, between(random, 1, batch));
      const isSettled = await this.#tryToSend(items);
      if (!isSettled) {
        await delay(between(random, 20, 120));
        continue;
      }
      if (random() < 0.2) await this.#tryToSend(items);
    }
  }

  /** Sends these once and settles what is answered. Throws what the client throws. */
  async send(items: Item[], url = oneOf(this.#parts.random, this.#parts.urls())): Promise<void> {
    const { journal } = this.#parts;
    journal.sending(items);
    const clock = new Date(Date.now() + this.clockOffsetMs).toISOString();
    const body = { device: { pending: this.outbox.length, clock }, entries: items };
    const answer = await this.#clientOf(url).call(routes.recordEntries, { body });
    journal.answered(items, answer);
    // A void whose entry is not known yet goes to the end of the queue.
    const again = new Set(answer.results.filter(({ code }) => code === "unknown_entry").map(({ id }) => id));
    for (const item of items) {
      const place = this.outbox.indexOf(item);
      if (place < 0) continue;
      this.outbox.splice(place, 1);
      if (again.has(item.id)) this.outbox.push(item);
    }
  }

  async #tryToSend(items: Item[]): Promise<boolean> {
    try {
      await this.send(items);
      return true;
    } catch (error) {
      this.failures += 1;
      if (error instanceof Unreachable) return false;
      if (!(error instanceof ApiProblem)) throw error;
      if (error.status === 401) this.stoppedBy = error.code;
      // Of a balancer whose server fell in the midst of it.
      else if (error.status !== 503 && error.status !== 502)
        this.#parts.journal.remarks.push(`a kiosk was answered ${error.status} ${error.code}`);
      return false;
    }
  }

  #clientOf(url: string): Client {
    const known = this.#clients.get(url);
    if (known !== undefined) return known;
    const client = createClient({ baseUrl: url, token: this.#parts.token, timeoutMs: 5_000 });
    this.#clients.set(url, client);
    return client;
  }
}
