import { randomBytes } from "node:crypto";
import { passToken } from "./pass-token.ts";

/** A paired kiosk, as far as a load needs one. */
export interface Kiosk {
  token: string;
  /** Code of its checkpoint. */
  checkpoint: string;
}

/** Makes whole HTTP requests as kiosks send them, every entry with an id of its own, at little cost. */
export class EntryRequests {
  private counter = 0;
  private readonly suffix = randomBytes(4).toString("hex");

  private readonly itemsPerRequest: number;
  private readonly namedCheckpoint: string | undefined;
  private readonly passes: number;

  /**
   * @param namedCheckpoint the checkpoint that every entry names instead of its kiosk's own
   * @param passes how many there are, of which every entry shows one
   */
  constructor(itemsPerRequest: number, namedCheckpoint?: string, passes = 0) {
    this.itemsPerRequest = itemsPerRequest;
    this.namedCheckpoint = namedCheckpoint;
    this.passes = passes;
  }

  next({ token, checkpoint }: Kiosk): string {
    const now = Date.now();
    const time = new Date(now).toISOString();
    const milliseconds = now.toString(16).padStart(12, "0");
    const items: string[] = [];
    for (let item = 0; item < this.itemsPerRequest; item += 1) items.push(this.item(milliseconds, time, checkpoint));
    const body = `{"device":{"pending":0,"clock":"${time}"},"entries":[${items.join(",")}]}`;
    return (
      `POST /api/v1/entries HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
    );
  }

  private item(milliseconds: string, time: string, checkpoint: string): string {
    return (
      `{"id":"${this.id(milliseconds)}","checkpoint":"${this.namedCheckpoint ?? checkpoint}","direction":"in",` +
      `"headcount":1,"category":"public","occurredAt":"${time}"${this.pass()}}`
    );
  }

  private pass(): string {
    return this.passes === 0 ? "" : `,"pass":"${passToken(Math.floor(Math.random() * this.passes))}"`;
  }

  /** A UUIDv7: the time, a counter, and what tells this load from another. */
  private id(milliseconds: string): string {
    this.counter = (this.counter + 1) % 0x1_00_00_00_00;
    const count = this.counter.toString(16).padStart(8, "0");
    return (
      `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7${count.slice(0, 3)}-8${count.slice(3, 6)}-` +
      `${count.slice(6)}00${this.suffix}`
    );
  }
}
