import type { OutboxDatabase } from "./outbox-database.ts";
import type { OutboxRecord } from "./outbox-record.ts";

/** What is derived from the records and kept beside them, always in the transaction of the record itself. */
export class OutboxTallies {
  readonly #db: OutboxDatabase;

  constructor(database: OutboxDatabase) {
    this.#db = database;
  }

  /** The tables of whatever changes a record. */
  get tables() {
    return [this.#db.records, this.#db.waiting, this.#db.shifts, this.#db.crossings];
  }

  /** Records begin to wait, or wait no more. */
  async wait(records: readonly OutboxRecord[], sign: 1 | -1): Promise<void> {
    const changed = Map.groupBy(records, ({ checkpoint, day }) => `${checkpoint} ${day}`);
    for (const [first, ...more] of changed.values()) {
      if (!first) continue;
      const key: [string, string, string] = [first.edition, first.checkpoint, first.day];
      const [edition, checkpoint, day] = key;
      const tally = (await this.#db.waiting.get(key)) ?? { edition, checkpoint, day, records: 0, in: 0, out: 0 };
      for (const { direction, headcount } of [first, ...more]) {
        tally.records += sign;
        tally[direction] += sign * headcount;
      }
      if (tally.records === 0) await this.#db.waiting.delete(key);
      else await this.#db.waiting.put(tally);
    }
  }

  /** A record begins to stand, or stands no more, having been refused. */
  async stand(record: OutboxRecord, sign: 1 | -1): Promise<void> {
    await this.#creditShift(record, sign);
    const entry = record.kind === "void" ? await this.#db.records.get({ id: record.voids }) : record;
    if (!entry?.pass?.code) return;
    // A void that is let go gives its entry back, unless that is what was refused.
    const stands = (record.kind === "entry") === (sign === 1) && entry.state !== "refused";
    if (stands) await this.#remember(entry);
    else await this.#db.crossings.delete(entry.id);
  }

  async #creditShift({ shift, edition, kind, direction, headcount }: OutboxRecord, sign: 1 | -1): Promise<void> {
    if (shift === undefined) return;
    const tally = (await this.#db.shifts.get(shift)) ?? { shift, edition, entries: 0, in: 0, out: 0 };
    tally.entries += kind === "entry" ? sign : -sign;
    tally[direction] += sign * headcount;
    await this.#db.shifts.put(tally);
  }

  async #remember({ id, edition, direction, category, headcount, pass }: OutboxRecord): Promise<void> {
    if (!pass?.code) return;
    const { code, zone, at, facts, label } = pass;
    const claims = facts && { facts, label: label ?? null };
    await this.#db.crossings.put({ id, edition, code, zone, at, direction, category, headcount, ...claims });
  }
}
