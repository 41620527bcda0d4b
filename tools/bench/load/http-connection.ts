import { connect, type Socket } from "node:net";

export interface Answer {
  status: number;
  hasRetryAfter: boolean;
  body: Buffer;
}

const HEAD_END = "\r\n\r\n";

/**
 * One keep-alive HTTP connection, one request at a time. It does no more than a load needs, so that the processor
 * goes to what is measured: no headers object, no streams, answers with a content-length only.
 */
export class HttpConnection {
  private received: Buffer = Buffer.alloc(0);
  private onAnswer: ((answer: Answer) => void) | undefined;
  private readonly socket: Socket;

  private constructor(socket: Socket, onLost: (error: Error) => void) {
    this.socket = socket;
    socket.setNoDelay(true);
    socket.on("data", (chunk: Buffer) => this.take(chunk));
    socket.on("error", onLost);
  }

  static async open(port: number, onLost: (error: Error) => void): Promise<HttpConnection> {
    const socket = connect(port, "127.0.0.1");
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("error", reject);
    });
    return new HttpConnection(socket, onLost);
  }

  /** Sends a whole request and calls back once its whole answer has come. */
  exchange(request: string, onAnswer: (answer: Answer) => void): void {
    this.onAnswer = onAnswer;
    this.socket.write(request);
  }

  close(): void {
    this.onAnswer = undefined;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const headEnd = this.received.indexOf(HEAD_END);
    if (headEnd === -1) return;
    const head = this.received.toString("latin1", 0, headEnd);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const end = headEnd + HEAD_END.length + length;
    if (this.received.length < end) return;
    const body = this.received.subarray(end - length, end);
    this.received = this.received.subarray(end);
    const { onAnswer } = this;
    this.onAnswer = undefined;
    onAnswer?.({ status: Number(head.slice(9, 12)), hasRetryAfter: /\r\nretry-after:/i.test(head), body });
  }
}
