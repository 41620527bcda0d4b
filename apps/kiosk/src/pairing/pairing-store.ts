import type { DeviceConfiguration } from "@abwab/contract";
import { Dexie, type Table } from "dexie";

/** What this kiosk is: its token, and all it needs to work with no network. */
export interface Pairing {
  readonly token: string;
  readonly deviceId: string;
  /** Handed out in place of the token, and not known to be taken yet. */
  readonly nextToken?: string | undefined;
  /** Own clock, in milliseconds: since when the token is this one. */
  readonly rolledAt?: number;
  /** Missing only between the pairing itself and the first answer after it. */
  readonly configuration?: DeviceConfiguration;
  /** Names the representation of the configuration, to ask only for a newer one. */
  readonly etag?: string | undefined;
}

interface PairingDatabase extends Dexie {
  pairing: Table<Pairing, string>;
}

/** There is one pairing, under one key. */
const KEY = "this-kiosk";

/** Keeps the pairing on disk, so that a kiosk starts with no network. */
export class PairingStore {
  readonly #db: PairingDatabase;

  constructor(parts?: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }) {
    this.#db = new Dexie("abwab-kiosk", { chromeTransactionDurability: "strict", ...parts }) as PairingDatabase;
    this.#db.version(1).stores({ pairing: "" });
  }

  async save(pairing: Pairing): Promise<void> {
    await this.#db.pairing.put(pairing, KEY);
  }

  async read(): Promise<Pairing | undefined> {
    return this.#db.pairing.get(KEY);
  }

  /** Changes the pairing that still stands; nothing where the kiosk was unpaired meanwhile. */
  async update(token: string, change: (pairing: Pairing) => Pairing): Promise<void> {
    await this.#db.transaction("rw", this.#db.pairing, async () => {
      const pairing = await this.#db.pairing.get(KEY);
      if (pairing?.token === token) await this.#db.pairing.put(change(pairing), KEY);
    });
  }

  async forget(): Promise<void> {
    await this.#db.pairing.delete(KEY);
  }

  /** Tells the pairing now and after every change, whichever tab made it; undefined while there is none. */
  watch(onPairing: (pairing: Pairing | undefined) => void, onError: (error: unknown) => void): () => void {
    const query = Dexie.liveQuery(() => this.#db.pairing.get(KEY));
    const subscription = query.subscribe({ next: onPairing, error: onError });
    return () => subscription.unsubscribe();
  }
}
