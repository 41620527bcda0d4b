import { setTimeout as delay } from "node:timers/promises";
import type { EntriesResponse } from "@abwab/contract";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { openOutboxDatabase } from "../../../apps/kiosk/src/outbox/outbox-database.ts";
import { OutboxStore } from "../../../apps/kiosk/src/outbox/outbox-store.ts";
import { Outbox } from "../../../apps/kiosk/src/outbox/outbox.ts";
import { between, newId } from "./chance.ts";
import type { Item } from "./journal.ts";
import { KioskNetwork, type NetworkParts } from "./kiosk-network.ts";
import { recordOf } from "./outbox-record-of.ts";

export interface KioskParts extends NetworkParts {
  id: string;
  edition: string;
  checkpoint: string;
  /** Breaks the outbox's store, to show that the checker sees it. */
  harmStore?: ((store: OutboxStore) => void) | undefined;
}

type Entry = Extract<Item, { direction: unknown }>;

/** How much faster it waits than a real one, whose pauses after a failure grow to half a minute. */
const HASTE = 20;

/** One life of the kiosk's page: it ends with a crash or a reload, and what remains is the disk. */
interface Page {
  outbox: Outbox;
  store: OutboxStore;
  life: AbortController;
}

/** The kiosk's own outbox on a disk in memory; its network and its clock are in the test's hands. */
export class Kiosk implements Disposable {
  readonly id: string;
  readonly network: KioskNetwork;
  /** Why it sends no more. */
  stoppedBy: string | undefined;
  /** How far its clock is ahead. */
  clockOffsetMs = 0;
  readonly #parts: KioskParts;
  readonly #disk = new IDBFactory();
  #agoMs = 0;
  #step = Promise.withResolvers<void>();
  #page: Page;
  /** Tells the page that another tab put something on the disk. */
  #tell: () => void = () => undefined;

  constructor(parts: KioskParts) {
    this.id = parts.id;
    this.#parts = parts;
    this.network = new KioskNetwork(parts);
    this.#page = this.#open();
  }

  /** One crossing at this moment; resolves with its id when it is on the disk. */
  async tap(): Promise<string> {
    const { checkpoint, journal } = this.#parts;
    const { direction, headcount } = this.make();
    const id = await this.#page.outbox.record({ checkpoint, direction, category: "public", headcount });
    journal.tapped.set(id, this.id);
    return id;
  }

  /** Takes an entry back that was just made. */
  async takeBack(entryId: string): Promise<void> {
    const { journal } = this.#parts;
    const isDone = await this.#page.outbox.undo(entryId);
    if (!isDone && !journal.refused.has(entryId)) journal.remarks.push(`${entryId} could not be taken back`);
  }

  /** A crossing of now that is nowhere yet, for a test that delivers it in a way of its own. */
  make(given: Partial<Entry> = {}): Entry {
    const { random } = this.#parts;
    const direction = random() < 0.6 ? "in" : "out";
    const occurredAt = new Date(this.#now()).toISOString();
    return { id: newId(random), direction, headcount: between(random, 1, 9), occurredAt, ...given };
  }

  /** Puts items on the disk as they are, for the outbox to send. */
  async keep(items: readonly Item[]): Promise<void> {
    for (const item of items) {
      await this.#page.store.add(recordOf(item, this.#parts));
      this.#parts.journal.tapped.set(item.id, this.id);
    }
    this.#tell();
  }

  /** Delivers items once, past the outbox. Throws what the client throws. */
  deliver(items: readonly Item[], url?: string): Promise<EntriesResponse> {
    return this.network.deliver(items, new Date(this.#now()).toISOString(), url);
  }

  /** The page dies with whatever it was about; another one opens on the same disk. */
  reload(): void {
    this.#page.life.abort();
    this.#page = this.#open();
  }

  /** Days ago this kiosk had no network: what `work` makes was made then. */
  async longAgo(agoMs: number, work: () => Promise<void>): Promise<void> {
    await this.network.goAway();
    this.#agoMs = agoMs;
    await work();
    this.#agoMs = 0;
    this.network.isAway = false;
    this.#page.outbox.networkIsBack();
  }

  pending(): Promise<number> {
    return this.#page.store.pending(this.#parts.edition);
  }

  /** Resolves when nothing waits any more, the kiosk has stopped or the signal aborts. */
  async drain(signal?: AbortSignal): Promise<void> {
    const rouse = (): void => this.#stepped();
    signal?.addEventListener("abort", rouse);
    try {
      for (;;) {
        // Asked for before looking: what happens meanwhile must not be missed.
        const step = this.nextExchange();
        if (signal?.aborted || this.stoppedBy !== undefined || (await this.pending()) === 0) return;
        await step;
      }
    } finally {
      signal?.removeEventListener("abort", rouse);
    }
  }

  /** Resolves when the next exchange with entries has ended, well or not. */
  nextExchange(): Promise<void> {
    return this.#step.promise;
  }

  /** The page is closed for good. */
  [Symbol.dispose](): void {
    this.#page.life.abort();
  }

  #open(): Page {
    const { edition, random, harmStore, journal } = this.#parts;
    const store = new OutboxStore(openOutboxDatabase({ indexedDB: this.#disk, IDBKeyRange }));
    harmStore?.(store);
    const life = new AbortController();
    const outbox = new Outbox({
      store,
      edition,
      transport: (request) => this.network.carry(request, life.signal),
      now: () => this.#now(),
      steady: () => Date.now() - this.#agoMs,
      newId: () => newId(random),
      random,
      wait: (ms, signal) => wait(ms / HASTE, signal),
      dayOf: (at) => new Date(at).toISOString().slice(0, 10),
      alone: (task) => task(),
      tabs: {
        tell: () => undefined,
        listen: (onTold) => {
          this.#tell = onTold;
          return () => undefined;
        },
      },
      appVersion: "faults",
      onFlight: (records) => {
        if (records === 0) this.#stepped();
      },
    });
    const ended = async (): Promise<void> => {
      await outbox.run(life.signal);
      const { sending } = await store.view(edition);
      if (sending.state === "stopped") this.stoppedBy = sending.reason;
      this.#stepped();
    };
    ended().catch((error: unknown) => void journal.remarks.push(`an outbox ended: ${String(error)}`));
    return { outbox, store, life };
  }

  #now(): number {
    return Date.now() - this.#agoMs + this.clockOffsetMs;
  }

  #stepped(): void {
    const { resolve } = this.#step;
    this.#step = Promise.withResolvers();
    resolve();
  }
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
