import type { EntryResult } from "@abwab/contract";
import type { OutboxDatabase } from "./outbox-database.ts";
import type { Exchange, OutboxRecord } from "./outbox-record.ts";
import { OutboxTallies } from "./outbox-tallies.ts";

/** Asks on disk: entries that have not happened yet, and that the sender leaves alone. */
export class AskStore {
  readonly #db: OutboxDatabase;
  readonly #tallies: OutboxTallies;

  constructor(database: OutboxDatabase) {
    this.#db = database;
    this.#tallies = new OutboxTallies(database);
  }

  /** Resolves when they are on the disk. */
  async add(records: readonly OutboxRecord[]): Promise<void> {
    await this.#db.transaction("rw", this.#db.records, () => this.#db.records.bulkAdd([...records]));
  }

  /** Writes down what was answered: who was admitted is counted now, a refusal is kept until a person lets it go. */
  async answer(results: readonly EntryResult[], exchange: Exchange): Promise<void> {
    await this.#db.transaction("rw", [...this.#tallies.tables, this.#db.exchanges], async () => {
      for (const result of results) {
        const record = await this.#asked(result.id ?? "");
        if (!record) continue;
        if (result.status === "refused") {
          await this.#db.records.put({ ...record, refusal: { code: result.code ?? "invalid" } });
          continue;
        }
        await this.#db.records.put({ ...record, state: "settled", outcome: result.status, flags: result.flags });
        await this.#tallies.stand(record, 1);
      }
      await this.#db.exchanges.put(exchange);
    });
  }

  /** They have come in: each goes on under its id as something that happened (A3). Resolves with those it knew. */
  async happened(ids: readonly string[]): Promise<string[]> {
    return this.#db.transaction("rw", this.#tallies.tables, async () => {
      const known: string[] = [];
      for (const id of ids) {
        const record = await this.#asked(id);
        if (!record) continue;
        await this.#queue(record);
        known.push(id);
      }
      return known;
    });
  }

  /**
   * They have not come in. What the service has refused is nowhere counted and is let go. What it has not answered
   * may be counted there: `makeVoid` takes it back, and the ask itself goes along once more. If the service had taken
   * it, it says so, and the void takes it back; if not, it answers `expired`, and both are dropped.
   */
  async withdraw(ids: readonly string[], makeVoid: (entry: OutboxRecord) => OutboxRecord): Promise<void> {
    await this.#db.transaction("rw", this.#tallies.tables, async () => {
      for (const id of ids) {
        const record = await this.#asked(id);
        if (record?.seq === undefined) continue;
        if (record.refusal) {
          await this.#db.records.delete(record.seq);
          continue;
        }
        const made = makeVoid(record);
        await this.#wait({ ...record, voidedBy: made.id });
        await this.#db.records.add(made);
        await this.#tallies.wait([made], 1);
        await this.#tallies.stand(made, 1);
      }
    });
  }

  /** Asks from before `madeBefore`: the page ended before anyone was told a verdict. */
  async leftBehind(edition: string, madeBefore: number): Promise<string[]> {
    const left = await this.#db.records
      .where("[edition+state+seq]")
      .between([edition, "asked", Number.NEGATIVE_INFINITY], [edition, "asked", Number.POSITIVE_INFINITY])
      .filter(({ madeAt }) => madeAt < madeBefore)
      .toArray();
    return left.map(({ id }) => id);
  }

  async #asked(id: string): Promise<OutboxRecord | undefined> {
    const record = await this.#db.records.get({ id });
    return record?.state === "asked" ? record : undefined;
  }

  async #queue(asked: OutboxRecord): Promise<void> {
    const { refusal: _, ...record } = asked;
    const { claim: __, ...item } = record.item as Extract<OutboxRecord["item"], { claim?: unknown }>;
    await this.#wait({ ...record, item });
  }

  async #wait(record: OutboxRecord): Promise<void> {
    const queued: OutboxRecord = { ...record, state: "queued" };
    await this.#db.records.put(queued);
    await this.#tallies.wait([queued], 1);
    await this.#tallies.stand(queued, 1);
  }
}
