import { routes, type DeviceBroadcast } from "@abwab/contract";
import type { VirtualKiosk } from "../virtual-kiosk/pair-kiosks.ts";

/** How long the staff of a gate take to read a message. */
const READING_MS = 9_000;

/** What a kiosk of the demo shows of its zone's state and of messages, and says that it shows, as one at a gate does. */
export class ShownState {
  readonly #kiosk: VirtualKiosk;
  readonly #read = new Set<string>();
  #dueAt: number;

  constructor(kiosk: VirtualKiosk, dueAt: number) {
    this.#kiosk = kiosk;
    this.#dueAt = dueAt;
  }

  /** Something was changed on the console; this kiosk shows it at `at`, or once it has a network. */
  refreshAt(at: number): void {
    this.#dueAt = Math.min(this.#dueAt, at);
  }

  isDue(now: number): boolean {
    return now >= this.#dueAt;
  }

  /** Reads the kiosk's configuration and says what of it is on the screen. */
  async refresh(now: number, signal: AbortSignal): Promise<void> {
    this.#dueAt = Number.POSITIVE_INFINITY;
    const { client } = this.#kiosk;
    const { zone, broadcasts } = await client.call(routes.deviceConfiguration, { signal });
    const { code, status, message } = zone;
    const shown = broadcasts.filter(({ displays }) => displays.includes("kiosk"));
    await client.call(routes.reportShowing, {
      body: {
        display: "kiosk",
        zone: { code, status, message },
        broadcasts: shown.map((broadcast) => ({
          id: broadcast.id,
          revision: broadcast.revision,
          acknowledged: this.#read.has(keyOf(broadcast)),
        })),
      },
      signal,
    });
    const unread = shown.map(keyOf).filter((key) => !this.#read.has(key));
    if (unread.length === 0) return;
    for (const key of unread) this.#read.add(key);
    this.refreshAt(now + READING_MS);
  }
}

const keyOf = ({ id, revision }: DeviceBroadcast): string => `${id} ${revision}`;
