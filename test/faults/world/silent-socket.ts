import { once } from "node:events";
import { type ClientEvents, type CountTick, LIVE_NAMESPACE, type ServerEvents } from "@abwab/contract";
import { io, type Socket } from "socket.io-client";

interface Pausable {
  pause(): void;
  resume(): void;
}

/** A socket whose owner can stop reading from it, as a frozen page or a dead Wi-Fi does. */
export class SilentSocket implements Disposable {
  readonly #socket: Socket<ServerEvents, ClientEvents>;
  latest: CountTick | undefined;

  private constructor(socket: Socket<ServerEvents, ClientEvents>) {
    this.#socket = socket;
    socket.on("counts", (tick) => (this.latest = tick));
  }

  static async connect(url: string, token: string): Promise<SilentSocket> {
    const socket: Socket<ServerEvents, ClientEvents> = io(url + LIVE_NAMESPACE, {
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
      auth: { token },
    });
    await once(socket as unknown as NodeJS.EventEmitter, "connect");
    return new SilentSocket(socket);
  }

  get id(): string {
    return this.#socket.id ?? "";
  }

  async watch(edition: string): Promise<void> {
    const answer = await this.#socket.emitWithAck("watch", { edition });
    if (!answer.ok) throw new Error(answer.code);
  }

  stopReading(): void {
    this.#line.pause();
  }

  readAgain(): void {
    this.#line.resume();
  }

  /** Resolves with the first tick that fits. */
  async tick(fits: (tick: CountTick) => boolean, ms: number): Promise<boolean> {
    const deadline = AbortSignal.timeout(ms);
    const emitter = this.#socket as unknown as NodeJS.EventEmitter;
    try {
      while (this.latest === undefined || !fits(this.latest)) await once(emitter, "counts", { signal: deadline });
      return true;
    } catch (error) {
      if (deadline.aborted) return false;
      throw error;
    }
  }

  get #line(): Pausable {
    return Reflect.get(this.#socket.io.engine.transport, "ws") as Pausable;
  }

  [Symbol.dispose](): void {
    this.#socket.disconnect();
  }
}
