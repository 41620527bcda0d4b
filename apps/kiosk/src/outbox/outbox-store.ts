import type { EntriesResponse, EntryItemInput } from "@abwab/contract";
import { Dexie } from "dexie";
import { AskStore } from "./ask-store.ts";
import type { OutboxDatabase } from "./outbox-database.ts";
import type {
  Exchange,
  KnownCrossing,
  OutboxRecord,
  OwnDevice,
  Refusal,
  Sending,
  ShiftTally,
  WaitingTally,
} from "./outbox-record.ts";
import { OutboxTallies } from "./outbox-tallies.ts";
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
  /** Asks, which wait for a verdict and are not sent with the rest. */
  readonly asks: AskStore;
  readonly #db: OutboxDatabase;
  readonly #tallies: OutboxTallies;

  constructor(database: OutboxDatabase) {
    this.#db = database;
    this.#tallies = new OutboxTallies(database);
    this.asks = new AskStore(database);
  }

  /** Resolves when the record is on the disk. */
  async add(record: OutboxRecord): Promise<void> {
    await this.#db.transaction("rw", this.#tallies.tables, async () => {
      await this.#db.records.add(record);
      await this.#tallies.wait([record], 1);
      await this.#tallies.stand(record, 1);
    });
  }

  /** Adds the void that `make` gives for an entry that can still be taken back; false where it can't. */
  async addVoid(id: string, make: (entry: OutboxRecord) => OutboxRecord | undefined): Promise<boolean> {
    return this.#db.transaction("rw", this.#tallies.tables, async () => {
      const entry = await this.#db.records.get({ id });
      if (!entry || entry.voidedBy !== undefined || entry.state === "refused" || entry.state === "asked") return false;
      const made = make(entry);
      if (!made) return false;
      await this.#db.records.add(made);
      await this.#tallies.wait([made], 1);
      await this.#tallies.stand(made, 1);
      await this.#db.records.put({ ...entry, voidedBy: made.id });
      return true;
    });
  }

  /**
   * The newest records of the edition that wait, so that a crossing of this moment does not stand in line behind a
   * day without network. Ids make the order free, but for voids: one goes with its entry or after it. Within the
   * batch they stand in the order they were made.
   */
  async nextBatch(edition: string, limit: number): Promise<OutboxRecord[]> {
    const newest = await this.#queued(edition).reverse().limit(limit).toArray();
    const ids = new Set(newest.map(({ id }) => id));
    const apart = newest.flatMap(({ voids }) => (voids === undefined || ids.has(voids) ? [] : [voids]));
    const entries = apart.length === 0 ? [] : await this.#db.records.where("id").anyOf(apart).toArray();
    const waiting = entries.filter(({ state }) => state === "queued").slice(0, limit);
    const batch = [...waiting, ...newest.slice(0, limit - waiting.length)];
    return batch.sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  }

  /** What waits of the edition as it would be sent, oldest first: for a file, when the device can send no more. */
  async waitingItems(edition: string): Promise<EntryItemInput[]> {
    return (await this.#queued(edition).toArray()).map(({ item }) => item);
  }

  /** What this kiosk is in an edition; kept for the file of what waits, also when it is paired in another one. */
  async noteDevice(device: OwnDevice): Promise<void> {
    await this.#db.devices.put(device);
  }

  /** Editions under which something waits, each with what this kiosk was there, where that is known. */
  async waitingDevices(): Promise<OwnDevice[]> {
    const editions = new Set((await this.#db.waiting.toArray()).map(({ edition }) => edition));
    return this.#db.devices
      .where("edition")
      .anyOf([...editions])
      .toArray();
  }

  async shiftTally(shift: string): Promise<ShiftTally | undefined> {
    return this.#db.shifts.get(shift);
  }

  /** Where a pass went in and out on this kiosk, as far as those crossings stand. */
  async crossingsOf(edition: string, code: string): Promise<KnownCrossing[]> {
    return this.#db.crossings.where("[edition+code]").equals([edition, code]).toArray();
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
    return this.#db.transaction("rw", [...this.#tallies.tables, this.#db.exchanges], async () => {
      const keys = sent.flatMap(({ seq }) => (seq === undefined ? [] : [seq]));
      const waiting = (await this.#db.records.bulkGet(keys)).filter((record) => record?.state === "queued");
      // Nearly all of a batch is entries that were taken; they are written at once, so that a tap made meanwhile
      // waits for the disk no longer than it must.
      const taken: OutboxRecord[] = [];
      const others: OutboxRecord[] = [];
      for (const record of waiting) {
        const result = record && byId.get(record.id);
        if (!result) continue;
        if (record.kind === "void" || result.status === "refused") others.push(record);
        else taken.push({ ...record, flags: result.flags, state: "settled", outcome: result.status });
      }
      await this.#db.records.bulkPut(taken);
      await this.#tallies.wait(taken, -1);
      let settled = taken.length;
      for (const { id } of others.sort((a, b) => Number(a.kind === "void") - Number(b.kind === "void"))) {
        const result = byId.get(id);
        // Read again: the refusal of an entry has let its void go.
        const record = await this.#db.records.get({ id });
        if (!result || record?.state !== "queued") continue;
        if (isWithdrawnAsk(record) && result.status === "refused") {
          await this.#drop(record);
          settled += 1;
          continue;
        }
        const target = record.voids === undefined ? undefined : await this.#db.records.get({ id: record.voids });
        const settlement = settlementOf(record, result, target);
        await this.#apply({ ...record, flags: result.flags }, settlement);
        if (settlement.to !== "queued") settled += 1;
      }
      await this.#db.exchanges.put(exchange);
      return settled;
    });
  }

  /** Sets a record aside that the service can't read at all. */
  async refuse(id: string, refusal: Refusal): Promise<void> {
    await this.#db.transaction("rw", this.#tallies.tables, async () => {
      const record = await this.#db.records.get({ id });
      if (record?.state === "queued") await this.#apply(record, { to: "refused", refusal });
    });
  }

  /** A person has seen the refusal: `again` puts the record back into the queue, else it is let go. */
  async acknowledge(id: string, again: boolean): Promise<void> {
    await this.#db.transaction("rw", this.#tallies.tables, async () => {
      const record = await this.#db.records.get({ id });
      if (record?.seq === undefined || record.state !== "refused") return;
      if (!again) return this.#db.records.delete(record.seq);
      const { refusal: _, unknownAnswers: __, ...rest } = record;
      await this.#db.records.put({ ...rest, state: "queued" });
      await this.#tallies.wait([record], 1);
      await this.#tallies.stand(record, 1);
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
    const oldest = now - KEEP_SETTLED_MS;
    const isOld = ({ seq = 0, madeAt }: OutboxRecord): boolean => seq < oldestShown && madeAt < oldest;
    // Not all of them at every heartbeat: up to the first of the last hour, which those of a clock set back are not.
    const forgotten = await this.#range("state", edition, "settled")
      .until(({ madeAt }) => madeAt >= oldest && madeAt <= now)
      .and(isOld)
      .primaryKeys();
    await this.#db.records.bulkDelete(forgotten);
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
    return this.#range("kind", edition, "entry")
      .reverse()
      .and(({ state }) => state !== "asked")
      .limit(RECENT);
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
    await this.#tallies.wait([record], -1);
    if (settlement.to !== "refused" && settlement.outcome !== "not_needed") return;
    await this.#tallies.stand(record, -1);
    if (settlement.to !== "refused") return;
    if (record.voids === undefined) await this.#dropVoidsOf(record.id);
    else await this.#restore(record.voids);
  }

  /** An ask that the service has never taken, and whose person did not go in: there was nothing, nor is there a void. */
  async #drop(ask: OutboxRecord): Promise<void> {
    const voids = await this.#db.records.where({ voids: ask.id }).toArray();
    for (const record of [...voids.filter(({ state }) => state === "queued"), ask]) {
      await this.#tallies.wait([record], -1);
      await this.#tallies.stand(record, -1);
      if (record.seq !== undefined) await this.#db.records.delete(record.seq);
    }
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
}

/** Read from the tallies and not counted out: a view is asked for after every tap, with days of them waiting. */
const recordsIn = (tallies: readonly WaitingTally[]): number => tallies.reduce((sum, { records }) => sum + records, 0);

const isWithdrawnAsk = ({ item, voidedBy }: OutboxRecord): boolean =>
  voidedBy !== undefined && "claim" in item && item.claim === "ask";
