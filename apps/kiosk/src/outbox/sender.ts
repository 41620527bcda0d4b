import { HEARTBEAT_MS, MAX_ENTRIES_PER_REQUEST, type EntriesRequest, type EntriesResponse } from "@abwab/contract";
import { Unreachable } from "@abwab/api-client";
import { backOffMs } from "./back-off.ts";
import type { ClockOffset } from "./clock-offset.ts";
import { failureOf, type Failure } from "./failure.ts";
import type { OutboxRecord, Sending } from "./outbox-record.ts";
import type { OutboxStore } from "./outbox-store.ts";

export interface SenderParts {
  readonly store: OutboxStore;
  readonly edition: string;
  /** Throws `ApiProblem` or `Unreachable`. */
  readonly transport: (request: EntriesRequest) => Promise<EntriesResponse>;
  readonly offset: ClockOffset;
  readonly now: () => number;
  /** Milliseconds of a clock that nobody can set. */
  readonly steady: () => number;
  readonly random: () => number;
  readonly appVersion: string;
  /** Told before a request with entries leaves and after its answer is on the disk. */
  readonly onFlight?: (records: number) => void;
}

/** What comes after an exchange. A tap cuts the wait for a heartbeat short, the network coming back cuts a back-off. */
export type Next =
  | { readonly after: number; readonly wokenBy: "tap" | "online" | "nothing" }
  | { readonly stopped: true };

const AT_ONCE: Next = { after: 0, wokenBy: "nothing" };

/** Sends what waits, one request at a time; each `exchange` is one step of it and says what comes next. */
export class Sender {
  readonly #parts: SenderParts;
  #failures = 0;
  #failingSince = 0;
  #limit = MAX_ENTRIES_PER_REQUEST;
  #withReport = true;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  /** One request: the oldest records that wait, or a heartbeat where none does. Never throws. */
  async exchange(): Promise<Next> {
    const { store, edition } = this.#parts;
    let batch: OutboxRecord[] = [];
    try {
      batch = await store.nextBatch(edition, this.#limit);
      if (batch.length > 0) this.#parts.onFlight?.(batch.length);
      const settled = await this.#send(batch);
      // An answer that settles nothing would be asked for again at once, and for ever.
      if (settled === 0 && batch.length > 0) return await this.#failed({ kind: "again", reason: "server" }, batch);
      return await this.#succeeded(batch);
    } catch (error) {
      return await this.#failed(failureOf(error), batch);
    } finally {
      if (batch.length > 0) this.#parts.onFlight?.(0);
    }
  }

  /** Resolves with how many records the answer settled. */
  async #send(batch: readonly OutboxRecord[]): Promise<number> {
    const { store, edition, transport, offset, now, steady, appVersion } = this.#parts;
    const pending = (await store.pending(edition)) - batch.length;
    const sent = { clock: now(), steady: steady() };
    const answer = await transport({
      ...(this.#withReport && {
        device: { pending: Math.max(0, pending), clock: new Date(sent.clock).toISOString(), appVersion },
      }),
      entries: batch.map(({ item }) => item),
    });
    const received = { clock: now(), steady: steady() };
    const serverTime = Date.parse(answer.serverTime);
    if (Number.isNaN(serverTime) || !Array.isArray(answer.results)) throw new Unreachable("not an answer to entries");
    return store.settle(batch, answer.results, {
      edition,
      answeredAt: received.clock,
      serverTime: answer.serverTime,
      row: answer.zone,
      clockOffsetMs: offset.measure({ sent, received, serverTime }),
    });
  }

  async #succeeded(batch: readonly OutboxRecord[]): Promise<Next> {
    const { store, edition, now } = this.#parts;
    if (this.#failures > 0) await this.#report({ state: "idle" });
    this.#failures = 0;
    this.#withReport = true;
    this.#limit = Math.min(MAX_ENTRIES_PER_REQUEST, this.#limit * 2);
    if (batch.length === 0) await store.prune(edition, now());
    if ((await store.pending(edition)) > 0) return AT_ONCE;
    return { after: HEARTBEAT_MS, wokenBy: "tap" };
  }

  async #failed(failure: Failure, batch: readonly OutboxRecord[]): Promise<Next> {
    if (failure.kind === "stop") {
      await this.#report({ state: "stopped", reason: failure.reason });
      return { stopped: true };
    }
    if (failure.kind === "unreadable") {
      const next = await this.#isolate(failure, batch);
      if (next) return next;
    }
    const { now, random } = this.#parts;
    this.#failures += 1;
    if (this.#failures === 1) this.#failingSince = now();
    const asked = failure.kind === "again" ? failure.retryAfterSeconds : undefined;
    const after = backOffMs(this.#failures, random, asked);
    const reason = failure.kind === "again" ? failure.reason : "server";
    await this.#report({ state: "retrying", reason, since: this.#failingSince, retryAt: now() + after });
    return { after, wokenBy: asked === undefined ? "online" : "nothing" };
  }

  /**
   * A request refused as a whole must not block the ones behind it. First it goes again without what the kiosk says
   * of itself (a clock no server can read would spoil the whole frame), then in halves, down to the
   * one item that is to blame, which is set aside for a person. undefined where there is nothing left to try.
   */
  async #isolate(
    { refusal }: Failure & { kind: "unreadable" },
    batch: readonly OutboxRecord[],
  ): Promise<Next | undefined> {
    if (this.#withReport) {
      this.#withReport = false;
      return AT_ONCE;
    }
    if (batch.length > 1) {
      this.#limit = Math.floor(batch.length / 2);
      return AT_ONCE;
    }
    const [poison] = batch;
    if (!poison || !refusal) return undefined;
    await this.#parts.store.refuse(poison.id, refusal);
    this.#limit = MAX_ENTRIES_PER_REQUEST;
    return AT_ONCE;
  }

  async #report(sending: Sending): Promise<void> {
    try {
      await this.#parts.store.setSending(this.#parts.edition, sending);
    } catch (error) {
      // The disk that can't take the note is the trouble itself; the records on it are tried again regardless.
      console.error("the outbox can't note its state", error);
    }
  }
}
