import { Dexie, type EntityTable, type Table } from "dexie";
import type {
  Exchange,
  KnownCrossing,
  OutboxRecord,
  OwnDevice,
  Sending,
  ShiftTally,
  WaitingTally,
} from "./outbox-record.ts";

export interface OutboxDatabase extends Dexie {
  records: EntityTable<OutboxRecord, "seq">;
  waiting: Table<WaitingTally, [string, string, string]>;
  exchanges: Table<Exchange, string>;
  crossings: Table<KnownCrossing, string>;
  shifts: Table<ShiftTally, string>;
  sending: Table<Sending & { edition: string }, string>;
  devices: Table<OwnDevice, string>;
}

interface IndexedDbParts {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/**
 * Opens the outbox. `strict` makes a transaction complete only when its bytes are on the disk, not in a buffer of
 * the system: a kiosk whose battery is pulled out keeps every tap it has confirmed (E2).
 */
export function openOutboxDatabase(parts?: IndexedDbParts): OutboxDatabase {
  const database = new Dexie("abwab-outbox", { chromeTransactionDurability: "strict", ...parts }) as OutboxDatabase;
  database.version(1).stores({
    records: "++seq, &id, voids, [edition+state+seq], [edition+kind+seq]",
    waiting: "[edition+checkpoint+day]",
    exchanges: "edition",
    sending: "edition",
  });
  database.version(2).stores({ shifts: "shift, edition" });
  database.version(3).stores({ crossings: "id, [edition+code]" });
  database.version(4).stores({ devices: "edition" });
  return database;
}
