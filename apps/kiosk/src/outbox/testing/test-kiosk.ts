import { createClient } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { ClockOffset } from "../clock-offset.ts";
import { Outbox, type OutboxParts } from "../outbox.ts";
import { openOutboxDatabase } from "../outbox-database.ts";
import { OutboxStore } from "../outbox-store.ts";
import { Sender } from "../sender.ts";
import { ModelServer } from "./model-server.ts";

const EDITION = "open-days";

/** A kiosk whose disk, clock and network are in the test's hands; nothing of its logic is. */
export class TestKiosk {
  readonly server: ModelServer;
  readonly disk: IDBFactory;
  now = Date.parse("2025-05-17T10:00:00Z");
  /** By how much somebody has set its clock. */
  clockSetBy = 0;
  #ids = 0;
  #edition = EDITION;
  store!: OutboxStore;
  outbox!: Outbox;
  sender!: Sender;

  constructor(server = new ModelServer(), disk = new IDBFactory()) {
    this.server = server;
    this.server.now = () => this.now;
    this.disk = disk;
    this.reload();
  }

  /** What a crash or a reload leaves: the disk, and nothing else. */
  reload(): void {
    this.store = new OutboxStore(openOutboxDatabase({ indexedDB: this.disk, IDBKeyRange }));
    const parts = this.parts();
    this.outbox = new Outbox(parts);
    this.sender = new Sender({ ...parts, offset: new ClockOffset() });
  }

  /** The same tablet in another edition. */
  pairIn(edition: string): void {
    this.#edition = edition;
    this.reload();
  }

  parts(): OutboxParts {
    const client = createClient({ baseUrl: "http://abwab.test", fetch: this.server.fetch });
    return {
      store: this.store,
      edition: this.#edition,
      transport: (request) => client.call(routes.recordEntries, { body: request }),
      now: () => this.now + this.clockSetBy,
      steady: () => this.now,
      newId: () => `0196df00-0000-7000-8000-${String(++this.#ids).padStart(12, "0")}`,
      random: () => 0.5,
      wait: () => Promise.resolve(),
      dayOf: (at) => new Date(at).toISOString().slice(0, 10),
      alone: (task) => task(),
      tabs: { tell: () => undefined, listen: () => () => undefined },
      appVersion: "test",
    };
  }

  async tap(headcount = 1, direction: "in" | "out" = "in"): Promise<string> {
    this.now += 1_000;
    return this.outbox.record({ checkpoint: "P12-A", direction, category: "public", headcount });
  }

  async view() {
    return this.store.view(EDITION);
  }

  async stateOf(id: string) {
    const record = (await this.view()).recent.find((one) => one.id === id);
    return record?.outcome ?? record?.refusal?.code ?? record?.state;
  }

  /** What the kiosk adds to the server's figure for what still waits. */
  async waiting(): Promise<number> {
    return (await this.view()).waiting.reduce((sum, tally) => sum + tally.in - tally.out, 0);
  }

  /** Exchanges until nothing waits; fails where that takes more of them than it should. */
  async drain(most = 200): Promise<void> {
    for (let tries = 0; tries < most; tries++) {
      await this.sender.exchange();
      if ((await this.store.pending(EDITION)) === 0) return;
    }
    throw new Error("the outbox does not drain");
  }
}
