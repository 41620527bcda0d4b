import { setImmediate as nextTurn } from "node:timers/promises";
import { ApiProblem, createClient, type Client, Unreachable } from "@abwab/api-client";
import { type EntriesRequest, type EntriesResponse, routes } from "@abwab/contract";
import { between, oneOf } from "./chance.ts";
import type { Item, Journal } from "./journal.ts";

export interface NetworkParts {
  token: string;
  /** Where it leads: to any of them, anew for each request. */
  urls: () => readonly string[];
  journal: Journal;
  random: () => number;
}

/** Of so many answers one is lost between the server and the kiosk. */
const LOST_EVERY = 5;

/** What a page that has died hears of its requests. */
const forever = new Promise<never>(() => undefined);

/** Between a kiosk and the servers: every request and every answer is written down in the journal. */
export class KioskNetwork {
  /** How often a kiosk got no answer, or a refusal of the whole request. */
  failures = 0;
  isAway = false;
  readonly #parts: NetworkParts;
  readonly #clients = new Map<string, Client>();
  readonly #contents = new Map<string, string>();
  #flight: Promise<unknown> = Promise.resolve();

  constructor(parts: NetworkParts) {
    this.#parts = parts;
  }

  /** A request of the outbox and its answer, which is never heard of where the page died meanwhile. */
  carry(request: EntriesRequest, page: AbortSignal): Promise<EntriesResponse> {
    const flight = this.#carry(request);
    this.#flight = flight.catch(() => undefined);
    const whileThere = async (): Promise<EntriesResponse> => {
      const answer = await flight.catch((error: unknown) => (page.aborted ? forever : Promise.reject(error)));
      return page.aborted ? forever : answer;
    };
    return whileThere();
  }

  /** Resolves when it is gone and nothing is on its way any more. */
  async goAway(): Promise<void> {
    this.isAway = true;
    await this.#flight;
    await nextTurn();
  }

  /** Delivers items once, past the outbox. Throws what the client throws. */
  async deliver(items: readonly Item[], clock: string, url = this.#anyUrl()): Promise<EntriesResponse> {
    return this.#ask({ device: { pending: 0, clock }, entries: [...items] }, url);
  }

  async #carry(request: EntriesRequest): Promise<EntriesResponse> {
    if (this.isAway) throw new Unreachable("There is no network.");
    this.#compareContents(request.entries);
    let answer: EntriesResponse;
    try {
      answer = await this.#ask(request, this.#anyUrl());
    } catch (error) {
      this.#note(error);
      throw error;
    }
    const isLost = request.entries.length > 0 && between(this.#parts.random, 1, LOST_EVERY) === 1;
    if (isLost) throw new Unreachable("The answer was lost on its way.");
    return answer;
  }

  async #ask(request: EntriesRequest, url: string): Promise<EntriesResponse> {
    const { journal } = this.#parts;
    journal.sending(request.entries);
    const answer = await this.#clientOf(url).call(routes.recordEntries, { body: request });
    journal.answered(request.entries, answer.results);
    return answer;
  }

  /** E5: each delivery of an id carries what the first one did. */
  #compareContents(items: readonly Item[]): void {
    for (const item of items) {
      const content = JSON.stringify(item);
      const before = this.#contents.get(item.id) ?? content;
      if (before !== content) this.#parts.journal.remarks.push(`an outbox sent ${content} after ${before}`);
      this.#contents.set(item.id, content);
    }
  }

  #note(error: unknown): void {
    this.failures += 1;
    if (error instanceof Unreachable) return;
    const { remarks } = this.#parts.journal;
    if (!(error instanceof ApiProblem)) remarks.push(`a request failed: ${String(error)}`);
    // 401 stops the kiosk; 502 is of a balancer whose server fell in the midst of it.
    else if (![401, 502, 503].includes(error.status))
      remarks.push(`a kiosk was answered ${error.status} ${error.code}`);
  }

  #anyUrl(): string {
    return oneOf(this.#parts.random, this.#parts.urls());
  }

  #clientOf(url: string): Client {
    const known = this.#clients.get(url);
    if (known !== undefined) return known;
    const client = createClient({ baseUrl: url, token: this.#parts.token, timeoutMs: 5_000 });
    this.#clients.set(url, client);
    return client;
  }
}
