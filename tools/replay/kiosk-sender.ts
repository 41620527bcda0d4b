import { ApiProblem } from "@abwab/api-client";
import { FatalError } from "../start/fatal-error.ts";
import type { VirtualKiosk } from "../virtual-kiosk/pair-kiosks.ts";
import { sendBatch } from "../virtual-kiosk/send-batch.ts";
import type { ReplayEntry } from "./entries-of-row.ts";
import type { Outcome } from "./outcome.ts";
import { SendQueue } from "./send-queue.ts";

/** Sends batches of the kiosks side by side and adds up what became of them. */
export class KioskSender {
  readonly #kiosks: ReadonlyMap<string, VirtualKiosk>;
  readonly #queue: SendQueue;
  readonly #outcome: Outcome;
  readonly #signal: AbortSignal | undefined;

  /** @param concurrency requests under way at once */
  constructor(kiosks: readonly VirtualKiosk[], concurrency: number, outcome: Outcome, signal?: AbortSignal) {
    this.#kiosks = new Map(kiosks.map((kiosk) => [kiosk.checkpoint.code, kiosk]));
    this.#queue = new SendQueue(concurrency);
    this.#outcome = outcome;
    this.#signal = signal;
  }

  /** Resolves when the batch is under way. Throws what an earlier batch met. */
  async send(checkpoint: string, entries: ReplayEntry[]): Promise<void> {
    const kiosk = this.#kiosks.get(checkpoint);
    if (!kiosk) throw new Error(`no kiosk is paired for ${checkpoint}`);
    await this.#queue.add(async () => {
      const response = await this.#deliver(kiosk, entries);
      this.#outcome.add(response, entries);
    });
  }

  async drain(): Promise<void> {
    await this.#queue.drain();
  }

  async #deliver(kiosk: VirtualKiosk, entries: ReplayEntry[]) {
    const onRetry = (): void => void (this.#outcome.retries += 1);
    try {
      return await sendBatch(kiosk.client, entries, { signal: this.#signal, onRetry });
    } catch (cause) {
      if (!(cause instanceof ApiProblem)) throw cause;
      throw new FatalError(`The kiosk "${kiosk.name}" is refused (${cause.code}): ${cause.message}`, { cause });
    }
  }
}
