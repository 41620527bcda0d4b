import { once } from "node:events";
import http from "node:http";
import net from "node:net";
import { buffer } from "node:stream/consumers";
import { noFaults } from "./network-faults.ts";
import { RelayedConnection } from "./relayed-connection.ts";

/** Stands before several servers, as a balancer does, and remembers nobody: whoever comes gets the next server. */
export interface Balancer extends AsyncDisposable {
  readonly url: string;
  /** How many requests and websockets each server got, by its address. */
  readonly given: ReadonlyMap<string, number>;
}

/** @param servers their addresses now; one where nothing listens is passed over */
export async function startBalancer(servers: () => readonly string[]): Promise<Balancer> {
  const given = new Map<string, number>();
  const sockets = new Set<RelayedConnection>();
  let turn = 0;
  /** All servers, the next in turn first. */
  const inTurn = (): string[] => {
    const all = servers();
    turn += 1;
    return all.map((_, index) => all[(turn + index) % all.length] as string);
  };
  const count = (server: string): void => void given.set(server, (given.get(server) ?? 0) + 1);

  const front = http.createServer((request, response) => {
    void pass(request, response, inTurn()).then(
      (server) => count(server),
      // Like a real one: whoever asked can't know what has happened, and asks again.
      () => void (response.headersSent ? response.destroy() : response.writeHead(502).end()),
    );
  });
  front.on("upgrade", (request, client: net.Socket, head) => {
    void connectToFirst(inTurn()).then(
      ({ upstream, server }) => {
        count(server);
        upstream.write(handshake(request));
        upstream.write(head);
        const relayed = new RelayedConnection(client, upstream, undefined, noFaults());
        sockets.add(relayed);
        void relayed.ended.then(() => sockets.delete(relayed));
      },
      () => client.destroy(),
    );
  });
  front.listen({ port: 0, host: "127.0.0.1", backlog: 16_384 });
  await once(front, "listening");
  return {
    url: `http://127.0.0.1:${(front.address() as net.AddressInfo).port}`,
    given,
    [Symbol.asyncDispose]: async () => {
      for (const each of sockets) each.cut();
      front.closeAllConnections();
      await new Promise<void>((resolve) => front.close(() => resolve()));
    },
  };
}

/** Resolves with the server that has answered. */
async function pass(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  candidates: readonly string[],
): Promise<string> {
  const body = await buffer(request);
  const { upstream, server } = await connectToFirst(candidates);
  const { method, url: path, headers } = request;
  const passed = http.request({ method, path, headers, createConnection: () => upstream });
  passed.end(body);
  const [answer] = (await once(passed, "response")) as [http.IncomingMessage];
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  for await (const chunk of answer) response.write(chunk);
  response.end();
  return server;
}

async function connectToFirst(candidates: readonly string[]): Promise<{ upstream: net.Socket; server: string }> {
  let failure: unknown = new Error("there is no server");
  for (const server of candidates) {
    const { hostname, port } = new URL(server);
    const upstream = net.connect({ host: hostname, port: Number(port), noDelay: true });
    try {
      await once(upstream, "connect");
      return { upstream, server };
    } catch (error) {
      // Nobody listens there: the next one may do.
      failure = error;
    }
  }
  throw failure;
}

function handshake({ method, url, rawHeaders }: http.IncomingMessage): string {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let at = 0; at < rawHeaders.length; at += 2) lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  return `${lines.join("\r\n")}\r\n\r\n`;
}
