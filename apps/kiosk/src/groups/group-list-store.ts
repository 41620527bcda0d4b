import type { DeviceVisit } from "@abwab/contract";
import { Dexie, type Table } from "dexie";

/** The groups that are expected at a place on a day, each with its pass. */
export interface KeptList {
  readonly edition: string;
  readonly zone: string;
  /** The local day it was read on. */
  readonly day: string;
  /** Own clock, in milliseconds. */
  readonly readAt: number;
  readonly groups: readonly DeviceVisit[];
}

interface GroupDatabase extends Dexie {
  lists: Table<KeptList, string>;
}

/** There is one list, under one key: a kiosk stands at one place. */
const KEY = "this-kiosk";

/** Keeps the day's list on disk, so that a group is admitted by its name with no network. */
export class GroupListStore {
  readonly #db: GroupDatabase;

  constructor(parts?: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }) {
    this.#db = new Dexie("abwab-groups", parts) as GroupDatabase;
    this.#db.version(1).stores({ lists: "" });
  }

  async read(): Promise<KeptList | undefined> {
    return this.#db.lists.get(KEY);
  }

  async save(list: KeptList): Promise<void> {
    await this.#db.lists.put(list, KEY);
  }

  /** The kiosk stands nowhere any more: what it could have let in with is not left behind on it. */
  async forget(): Promise<void> {
    await this.#db.lists.delete(KEY);
  }
}
