import { setTimeout as delay } from "node:timers/promises";
import { WebSocket } from "ws";

/** Plain WebSocket clients that read what comes; the first one says what everyone is to be sent. */
export interface ListenersPlan {
  port: number;
  count: number;
  text: string;
}

process.once("message", ({ port, count, text }: ListenersPlan) => {
  let received = 0;
  const open = async (): Promise<WebSocket> => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false, skipUTF8Validation: true });
    await new Promise<void>((resolve, reject) => {
      socket.once("open", resolve);
      socket.once("error", reject);
    });
    socket.on("message", () => (received += 1));
    return socket;
  };
  const begin = async (): Promise<void> => {
    const [first] = [await open()];
    for (let index = 1; index < count; index += 50)
      await Promise.all(Array.from({ length: Math.min(50, count - index) }, open));
    // Asked "send" it has them sent, asked "stop" no more; it answers how many came since it was asked before.
    process.on("message", (word: "send" | "stop") => {
      first.send(word === "send" ? text : "");
      void delay(word === "send" ? 0 : 300).then(() => {
        process.send?.({ received });
        received = 0;
      });
    });
    process.send?.({ received });
  };
  begin().catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});
