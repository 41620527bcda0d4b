import { once } from "node:events";
import type net from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { type NetworkFaults, ruleFor } from "./network-faults.ts";

/** One connection through the proxy, and the faults it suffers. */
export class RelayedConnection {
  /** Bytes were swallowed: what comes after them would make no sense. */
  isTorn = false;
  /** Nothing passes any more, in either direction. */
  isSilent = false;
  readonly ended: Promise<void>;
  readonly #client: net.Socket;
  readonly #upstream: net.Socket;
  readonly #double: net.Socket | undefined;
  readonly #faults: NetworkFaults;
  /** How many bytes of the answer still pass before the cut. */
  #answerBytes = Infinity;

  constructor(client: net.Socket, upstream: net.Socket, double: net.Socket | undefined, faults: NetworkFaults) {
    this.#client = client;
    this.#upstream = upstream;
    this.#double = double;
    this.#faults = faults;
    // Whichever end breaks, the other follows: that is what a cut is.
    for (const socket of [client, upstream]) socket.on("error", () => this.cut());
    double?.on("error", () => double.destroy()).resume();
    this.ended = Promise.all([this.#pump(client, upstream, true), this.#pump(upstream, client, false)]).then(
      () => this.cut(),
      () => this.cut(),
    );
  }

  cut(): void {
    for (const socket of [this.#client, this.#upstream, this.#double]) socket?.destroy();
  }

  async #pump(from: net.Socket, to: net.Socket, isRequest: boolean): Promise<void> {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      await this.#wait(chunk.length);
      if (this.isSilent || this.#faults.isHalfOpen) {
        this.isTorn = true;
        continue;
      }
      const passed = isRequest ? this.#request(chunk) : this.#answer(chunk);
      if (passed === undefined) return this.cut();
      if (passed.length > 0 && !to.write(passed)) await Promise.race([once(to, "drain"), once(to, "close")]);
      if (!isRequest && this.#answerBytes === 0) return this.cut();
    }
    to.end();
  }

  async #wait(bytes: number): Promise<void> {
    const { delayMs, bytesPerSecond } = this.#faults;
    const ms = delayMs + (bytes / bytesPerSecond) * 1000;
    if (ms > 0) await delay(ms);
  }

  /** undefined for a cut before it. */
  #request(chunk: Buffer): Buffer | undefined {
    const rule = ruleFor(this.#faults, chunk);
    if (rule?.at === "request") return undefined;
    if (rule?.at === "answer") this.#answerBytes = rule.answerBytes ?? 0;
    this.#double?.write(chunk);
    return chunk;
  }

  /** What passes of an answer; undefined for nothing at all and a cut. */
  #answer(chunk: Buffer): Buffer | undefined {
    if (this.#answerBytes === 0) return undefined;
    const passed = chunk.subarray(0, this.#answerBytes);
    this.#answerBytes -= passed.length;
    return passed;
  }
}
