import type { Socket } from "node:net";
import type { ExpressLane } from "./express-lane.ts";
import type { PlainHead } from "./plain-request.ts";

/** A connection as long as it brings plain requests, one after another. */
export class LaneConnection {
  private head: PlainHead | undefined;
  private isBusy = false;
  /** What came while an answer was on its way. */
  private early: Buffer | undefined;
  private readonly take = (chunk: Buffer): void => this.receive(chunk);
  private readonly end = (): void => {
    if (!this.isBusy) this.socket.end();
  };
  private readonly giveUp = (): void => void this.socket.destroy();
  private readonly forget = (): void => this.lane.forget(this);

  constructor(
    private readonly socket: Socket,
    private readonly lane: ExpressLane,
    private readonly toHttp: () => void,
  ) {
    socket.on("data", this.take);
    socket.on("end", this.end);
    socket.on("timeout", this.giveUp);
    // Node destroys it by itself.
    socket.on("error", this.forget);
    socket.on("close", this.forget);
    socket.setTimeout(lane.idleTimeoutMs);
  }

  /** The server stops. */
  closeIfIdle(): void {
    if (!this.isBusy && this.socket.writableLength === 0) this.socket.destroy();
  }

  private receive(chunk: Buffer): void {
    if (this.isBusy) {
      // A client that does not wait for its answers is Node's HTTP's to serve, in their order.
      this.socket.pause();
      this.early = chunk;
      return;
    }
    const request = this.lane.read(chunk, this.head);
    if (request === undefined) this.handOver(chunk);
    else if (typeof request === "string") this.write(request);
    else {
      this.head = request.head;
      this.isBusy = true;
      void this.lane.answer(request).then((answer) => this.finish(answer));
    }
  }

  private finish(answer: string): void {
    this.isBusy = false;
    this.write(answer);
    if (this.socket.destroyed) return;
    // Whoever closed its side before the first answer came sends again what came early: Node's HTTP can't be given it.
    if (this.socket.readableEnded) this.socket.end();
    else if (this.early !== undefined) this.handOver(this.early);
  }

  private write(answer: string): void {
    if (!this.socket.writable) return;
    // Nothing but ASCII is one byte a character in either encoding, and Latin-1 is the cheaper one.
    const hasRoom = this.socket.write(answer, Buffer.byteLength(answer) === answer.length ? "latin1" : "utf8");
    if (hasRoom) return;
    // A client that does not read its answers is not read either.
    this.socket.pause();
    this.socket.once("drain", () => this.socket.resume());
  }

  private handOver(chunk: Buffer): void {
    const { socket } = this;
    this.lane.forget(this);
    socket.off("data", this.take);
    socket.off("end", this.end);
    socket.off("timeout", this.giveUp);
    socket.off("error", this.forget);
    socket.off("close", this.forget);
    socket.setTimeout(0);
    socket.unshift(chunk);
    this.toHttp();
    socket.resume();
  }
}
