import { VOID_WINDOW_MS, type Direction, type EntriesRequest, type EntriesResponse } from "@abwab/contract";
import { ClockOffset } from "./clock-offset.ts";
import type { OutboxRecord } from "./outbox-record.ts";
import type { OutboxStore, OutboxView } from "./outbox-store.ts";
import { SendLoop } from "./send-loop.ts";
import { Sender } from "./sender.ts";

export interface Crossing {
  readonly checkpoint: string;
  readonly direction: Direction;
  readonly category: string;
  readonly headcount: number;
}

export interface OutboxParts {
  readonly store: OutboxStore;
  readonly edition: string;
  readonly transport: (request: EntriesRequest) => Promise<EntriesResponse>;
  readonly now: () => number;
  readonly newId: () => string;
  readonly random: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The local day of an instant, in the edition's time zone and with its cut-off. */
  readonly dayOf: (at: number) => string;
  /** Runs the task while no other tab of this kiosk runs it. */
  readonly alone: (task: () => Promise<void>, signal: AbortSignal) => Promise<void>;
  /** Carries a wake to the tab that sends. */
  readonly tabs: { tell: () => void; listen: (onTold: () => void) => () => void };
  readonly appVersion: string;
  readonly onFlight?: (records: number) => void;
}

/**
 * The kiosk's promise: what was tapped is on the disk before anything else happens, and is sent until the service has
 * answered for it (E2, E3).
 */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #offset = new ClockOffset();
  readonly #loop: SendLoop;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    const sender = new Sender({ ...parts, offset: this.#offset });
    this.#loop = new SendLoop(() => sender.exchange(), parts.wait);
  }

  /** Resolves with the entry's id when it is on the disk; rejects when the disk would not take it. */
  async record({ checkpoint, direction, category, headcount }: Crossing): Promise<string> {
    const made = await this.#stamp();
    const { id, stamp } = made;
    await this.#parts.store.add({
      ...made.record,
      kind: "entry",
      checkpoint,
      day: this.#parts.dayOf(made.record.madeAt),
      direction,
      category,
      headcount,
      item: { id, checkpoint, direction, headcount, category, ...stamp },
    });
    this.#wake();
    return id;
  }

  /** Takes an entry of this kiosk back; false where it is too late for that, or done already. */
  async undo(entryId: string): Promise<boolean> {
    const made = await this.#stamp();
    const { id, stamp } = made;
    const added = await this.#parts.store.addVoid(entryId, (entry) => {
      if (!canUndo(entry, made.record.madeAt)) return undefined;
      const { checkpoint, day, direction, category, headcount } = entry;
      return {
        ...made.record,
        kind: "void",
        checkpoint,
        day,
        direction,
        category,
        headcount: -headcount,
        voids: entryId,
        item: { id, voids: entryId, ...stamp },
      };
    });
    if (added) this.#wake();
    return added;
  }

  /** A person has seen a refusal: send the record again, or let it go. */
  async acknowledge(id: string, again: boolean): Promise<void> {
    await this.#parts.store.acknowledge(id, again);
    if (again) this.#wake();
  }

  /** Sends until the signal is aborted or the service wants this device no more. */
  async run(signal: AbortSignal): Promise<void> {
    const stopListening = this.#parts.tabs.listen(() => this.#loop.wake("tap"));
    try {
      await this.#parts.alone(async () => {
        await this.#parts.store.setSending(this.#parts.edition, { state: "idle" });
        await this.#loop.run(signal);
      }, signal);
    } finally {
      stopListening();
    }
  }

  /** The network seems to be back: no reason to sit out a back-off. */
  networkIsBack(): void {
    this.#loop.wake("online");
  }

  watch(onView: (view: OutboxView) => void, onError: (error: unknown) => void): () => void {
    return this.#parts.store.watch(this.#parts.edition, onView, onError);
  }

  #wake(): void {
    this.#loop.wake("tap");
    this.#parts.tabs.tell();
  }

  /**
   * What the tab that sends has measured, or an earlier run of this kiosk. A clock that stands before that exchange
   * has been set since, and nothing is known of it.
   */
  async #writtenOffset(now: number): Promise<number | undefined> {
    const exchange = await this.#parts.store.exchange(this.#parts.edition);
    return exchange && now >= exchange.answeredAt ? exchange.clockOffsetMs : undefined;
  }

  /** Identity and time, fixed at the moment of the tap: every delivery must carry the same (E5). */
  async #stamp() {
    const { now, newId, edition } = this.#parts;
    const madeAt = now();
    const id = newId();
    const clockOffsetMs = this.#offset.milliseconds ?? (await this.#writtenOffset(madeAt));
    const stamp = {
      occurredAt: new Date(madeAt).toISOString(),
      ...(clockOffsetMs !== undefined && { clockOffsetMs }),
    };
    return { id, stamp, record: { id, edition, madeAt, state: "queued" } satisfies Partial<OutboxRecord> };
  }
}

/** Whether a device may still take its entry back: within fifteen minutes of it, and once. */
export function canUndo(entry: OutboxRecord, now: number): boolean {
  return entry.state !== "refused" && entry.voidedBy === undefined && now - entry.madeAt <= VOID_WINDOW_MS;
}
