import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";

// Bare `ws`: sends what it is told to everyone who is connected, four times a second, one `send` a socket.

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
const sockets = new Set<WebSocket>();
let text: string | undefined;

server.on("connection", (socket) => {
  sockets.add(socket);
  socket.on("close", () => sockets.delete(socket));
  // The first thing a client says is what everyone is sent from then on; nothing stops it.
  socket.on("message", (data: Buffer) => (text = data.length === 0 ? undefined : data.toString()));
});
setInterval(() => {
  if (text !== undefined) for (const socket of sockets) socket.send(text);
}, 250);

http.listen(0, "127.0.0.1", () => {
  process.stdout.write(`listening http://127.0.0.1:${(http.address() as AddressInfo).port}\n`);
});
