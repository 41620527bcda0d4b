import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

export interface ReceivedMessage {
  headers: IncomingHttpHeaders;
  body: string;
}

/** Another service, on this machine: it keeps what it is sent, and answers as it is told. */
export interface WebhookReceiver extends AsyncDisposable {
  readonly url: string;
  readonly messages: readonly ReceivedMessage[];
  /** From now on. */
  answer(status: number, headers?: Record<string, string>): void;
  /** From now on it takes what it is sent, and never answers. */
  hang(): void;
  /** Once so many have come. */
  received(count: number): Promise<readonly ReceivedMessage[]>;
}

export async function startReceiver(): Promise<WebhookReceiver> {
  const messages: ReceivedMessage[] = [];
  let reply: { status: number; headers: Record<string, string> } | undefined = { status: 200, headers: {} };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      messages.push({ headers: request.headers, body: Buffer.concat(parts).toString("utf8") });
      if (reply === undefined) return;
      response.writeHead(reply.status, reply.headers).end(`answered ${reply.status}`);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    messages,
    answer: (status, headers = {}) => (reply = { status, headers }),
    hang: () => (reply = undefined),
    async received(count) {
      while (messages.length < count) await delay(20);
      return messages;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Whether a message is signed with a secret, checked as a receiver would, by the specification alone. */
export function isSignedWith({ headers, body }: ReceivedMessage, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const content = `${String(headers["webhook-id"])}.${String(headers["webhook-timestamp"])}.${body}`;
  const expected = `v1,${createHmac("sha256", key).update(content).digest("base64")}`;
  return String(headers["webhook-signature"]).split(" ").includes(expected);
}
