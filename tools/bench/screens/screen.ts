import { WebSocket } from "ws";

const OPEN = "0";
const PING = "2";
const PONG = "3";
const CONNECTED = "40/live,";
const REFUSED = "44/live,";
const ACKNOWLEDGED = "43/live,0";
const EVENT = "42/live,";

/** A wall screen on the live namespace, speaking socket.io's protocol by hand: thousands fit into one process. */
export class Screen {
  private readonly socket: WebSocket;
  private readonly watch: string;

  private constructor(socket: WebSocket, watch: string) {
    this.socket = socket;
    this.watch = watch;
  }

  /** Resolves with the snapshot's text once it watches the edition; every tick after that goes to `onTick`. */
  static async open(
    port: number,
    { token, edition }: { token: string; edition: string },
    onTick: (data: Buffer) => void,
  ): Promise<{ screen: Screen; snapshot: string }> {
    const address = `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address, { perMessageDeflate: false, skipUTF8Validation: true });
    const watch = `42/live,0["watch",${JSON.stringify({ edition })}]`;
    const snapshot = await new Promise<string>((resolve, reject) => {
      socket.once("error", reject);
      socket.once("close", () => reject(new Error("A screen was disconnected.")));
      socket.on("message", (data: Buffer) => {
        const head = data.toString("latin1", 0, 9);
        if (head.startsWith(EVENT)) onTick(data);
        else if (head === PING) socket.send(PONG);
        else if (head.startsWith(OPEN)) socket.send(`40/live,${JSON.stringify({ token })}`);
        else if (head.startsWith(CONNECTED)) socket.send(watch);
        else if (head.startsWith(REFUSED)) reject(new Error(data.toString()));
        else if (head.startsWith(ACKNOWLEDGED)) resolve(data.toString().slice(ACKNOWLEDGED.length));
      });
    });
    return { screen: new Screen(socket, watch), snapshot };
  }

  /** Asks for the snapshot once more, as a board does that lost its place. */
  async snapshotAgain(): Promise<string> {
    return new Promise((resolve, reject) => {
      const onClose = (): void => reject(new Error("A screen was disconnected."));
      const onMessage = (data: Buffer): void => {
        if (data.toString("latin1", 0, ACKNOWLEDGED.length) !== ACKNOWLEDGED) return;
        this.socket.off("message", onMessage).off("close", onClose);
        resolve(data.toString().slice(ACKNOWLEDGED.length));
      };
      this.socket.on("message", onMessage).once("close", onClose);
      this.socket.send(this.watch);
    });
  }

  close(): void {
    this.socket.terminate();
  }
}
