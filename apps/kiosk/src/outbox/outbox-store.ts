import type { EntriesResponse } from "@abwab/contract";
import { Dexie } from "dexie";
import type { OutboxDatabase } from "./outbox-database.ts";
import type { Exchange, OutboxRecord, Refusal, Sending, WaitingTally } from "./outbox-record.ts";
import { settlementOf, type Settlement } from "./settlement.ts";

export interface OutboxView {
  readonly waiting: readonly WaitingTally[];
  /** Records waiting under the edition. */
  readonly pending: number;
  /** Records that wait under other editions: a kiosk paired anew keeps what it could not send. */
  readonly pendingElsewhere: number;
  /** The last entries, newest first. */
  readonly recent: readonly OutboxRecord[];
  /** What a person has to be shown. */
  readonly refused: readonly OutboxRecord[];
  readonly exchange: Exchange | undefined;
  readonly sending: Sending;
}

const RECENT = 20;
const MOST_REFUSED = 100;
/** Settled records are kept as long as they could be taken back, and a good while more. */
const KEEP_SETTLED_MS = 60 * 60_000;

/** The outbox on disk. Everything that belongs together is written in one transaction. */
export class OutboxStore {
  readonly #db: OutboxDatabase;

  constructor(database: OutboxDatabase) {
    this.#db = database;
  }

  /** Resolves when the record is on the disk. */
  async add(record: OutboxRecord): Promise<void> {
    await this.#db.transaction("rw", this.#db.records, this.#db.waiting, async () => {
      await this.#db.records.add(record);
      await this.#shift(record, 1);
    });
  }

  /** Adds the void that `make` gives for an entry that can still be taken back; false where it can't. */
  async addVoid(id: string, make: (entry: OutboxRecord) => OutboxRecord | undefined): Promise<boolean> {
    return this.#db.transaction("rw", this.#db.records, this.#db.waiting, async () => {
      const entry = await this.#db.records.get({ id });
      if (!entry || entry.voidedBy !== undefined || entry.state === "refused") return false;
      const made = make(entry);
      if (!made) return false;
      await this.#db.records.add(made);
      await this.#shift(made, 1);
      await this.#db.records.put({ ...entry, voidedBy: made.id });
      return true;
    });
  }

  /** The oldest records of the edition that wait, in the order they were made. */
  async nextBatch(edition: string, limit: number): Promise<OutboxRecord[]> {
    return this.#queued(edition).limit(limit).toArray();
  }

  async pending(edition: string): Promise<number> {
    return this.#queued(edition).count();
  }

  /** Writes an answer down: what it settles, and the exchange itself. Resolves with how many records it settled. */
  async settle(
    sent: readonly OutboxRecord[],
    results: EntriesResponse["results"],
    exchange: Exchange,
  ): Promise<number> {
    const byId = new Map(results.map((result) => [result.id, result]));
    const entriesFirst = [...sent].sort((a, b) => Number(a.kind === "void") - Number(b.kind === "void"));
    let settled = 0;
    await this.#db.transaction("rw", this.#db.records, this.#db.waiting, this.#db.exchanges, async () => {
      for (const { id } of entriesFirst) {
        const result = byId.get(id);
        const record = await this.#db.records.get({ id });
        if (!result || record?.state !== "queued") continue;
        const target = record.voids === undefined ? undefined : await this.#db.records.get({ id: record.voids });
        const settlement = settlementOf(record, result, target);
        await this.#apply({ ...record, flags: result.flags }, settlement);
        if (settlement.to !== "queued") settled += 1;
      }
      await this.#db.exchanges.put(exchange);
    });
    return settled;
  }

  /** Sets a record aside that the service can't read at all. */
  async refuse(id: string, refusal: Refusal): Promise<void> {
    await this.#db.transaction("rw", this.#db.records, this.#db.waiting, async () => {
      const record = await this.#db.records.get({ id });
      if (record?.state === "queued") await this.#apply(record, { to: "refused", refusal });
    });
  }

  /** A person has seen the refusal: `again` puts the record back into the queue, else it is let go. */
  async acknowledge(id: string, again: boolean): Promise<void> {
    await this.#db.transaction("rw", this.#db.records, this.#db.waiting, async () => {
      const record = await this.#db.records.get({ id });
      if (record?.seq === undefined || record.state !== "refused") return;
      if (!again) return this.#db.records.delete(record.seq);
      const { refusal: _, unknownAnswers: __, ...rest } = record;
      await this.#db.records.put({ ...rest, state: "queued" });
      await this.#shift(record, 1);
    });
  }

  async exchange(edition: string): Promise<Exchange | undefined> {
    return this.#db.exchanges.get(edition);
  }

  async setSending(edition: string, sending: Sending): Promise<void> {
    await this.#db.sending.put({ ...sending, edition });
  }

  /** Forgets settled records that nobody can take back any more, but for those that `view` shows. */
  async prune(edition: string, now: number): Promise<void> {
    const oldestShown = (await this.#recent(edition).toArray()).at(-1)?.seq ?? 0;
    await this.#range("state", edition, "settled")
      .and((record) => (record.seq ?? 0) < oldestShown && record.madeAt < now - KEEP_SETTLED_MS)
      .delete();
  }

  /** Tells what lies in the outbox now and after every change, whichever tab made it. */
  watch(edition: string, onView: (view: OutboxView) => void, onError: (error: unknown) => void): () => void {
    const query = Dexie.liveQuery(() => this.view(edition));
    const subscription = query.subscribe({ next: onView, error: onError });
    return () => subscription.unsubscribe();
  }

  async view(edition: string): Promise<OutboxView> {
    const db = this.#db;
    const [tallies, recent, refused, exchange, sending] = await Promise.all([
      db.waiting.toArray(),
      this.#recent(edition).toArray(),
      this.#range("state", edition, "refused").reverse().limit(MOST_REFUSED).toArray(),
      db.exchanges.get(edition),
      db.sending.get(edition),
    ]);
    const waiting = tallies.filter((tally) => tally.edition === edition);
    const elsewhere = tallies.filter((tally) => tally.edition !== edition);
    const pending = recordsIn(waiting);
    const pendingElsewhere = recordsIn(elsewhere);
    return { waiting, pending, pendingElsewhere, recent, refused, exchange, sending: sending ?? { state: "idle" } };
  }

  #recent(edition: string) {
    return this.#range("kind", edition, "entry").reverse().limit(RECENT);
  }

  #queued(edition: string) {
    return this.#range("state", edition, "queued");
  }

  #range(index: "state" | "kind", edition: string, value: string) {
    return this.#db.records
      .where(`[edition+${index}+seq]`)
      .between([edition, value, Dexie.minKey], [edition, value, Dexie.maxKey]);
  }

  async #apply(record: OutboxRecord, settlement: Settlement): Promise<void> {
    if (settlement.to === "queued") {
      await this.#db.records.put({ ...record, unknownAnswers: settlement.unknownAnswers });
      return;
    }
    const change = settlement.to === "settled" ? { outcome: settlement.outcome } : { refusal: settlement.refusal };
    await this.#db.records.put({ ...record, state: settlement.to, ...change });
    await this.#shift(record, -1);
    if (settlement.to !== "refused") return;
    if (record.voids === undefined) await this.#dropVoidsOf(record.id);
    else await this.#restore(record.voids);
  }

  /** An entry that was refused counts nowhere: a void of it that still waits has nothing to take back. */
  async #dropVoidsOf(id: string): Promise<void> {
    for (const waiting of await this.#db.records.where({ voids: id }).toArray()) {
      if (waiting.state === "queued") await this.#apply(waiting, { to: "settled", outcome: "not_needed" });
    }
  }

  /** The void of an entry was refused: the entry stands after all. */
  async #restore(id: string): Promise<void> {
    const entry = await this.#db.records.get({ id });
    if (!entry) return;
    const { voidedBy: _, ...standing } = entry;
    await this.#db.records.put(standing);
  }

  async #shift({ edition, checkpoint, day, direction, headcount }: OutboxRecord, sign: 1 | -1): Promise<void> {
    const before = await this.#db.waiting.get([edition, checkpoint, day]);
    const tally = before ?? { edition, checkpoint, day, records: 0, in: 0, out: 0 };
    tally.records += sign;
    tally[direction] += sign * headcount;
    if (tally.records === 0) await this.#db.waiting.delete([edition, checkpoint, day]);
    else await this.#db.waiting.put(tally);
  }
}

/** Read from the tallies and not counted out: a view is asked for after every tap, with days of them waiting. */
const recordsIn = (tallies: readonly WaitingTally[]): number => tallies.reduce((sum, { records }) => sum + records, 0);
