import { once } from "node:events";
import http from "node:http";
import type net from "node:net";
import { entriesEnvelope } from "@abwab/contract";

/** Stands before a service and acknowledges every nth batch itself, without passing it on. */
export async function startLyingServer(target: string, nth = 5): Promise<{ url: string } & AsyncDisposable> {
  let batches = 0;
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const isBatch = request.method === "POST" && request.url === "/api/v1/entries";
      if (isBatch && (batches += 1) % nth === 0) return answerRecorded(response, body);
      const options = { method: request.method ?? "GET", headers: request.headers };
      const passed = http.request(new URL(request.url ?? "/", target), options, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      passed.on("error", () => response.destroy());
      passed.end(body);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function answerRecorded(response: http.ServerResponse, body: Buffer): void {
  const { entries } = entriesEnvelope.parse(JSON.parse(body.toString()));
  const results = entries.map((item) => ({ id: (item as { id: string }).id, status: "recorded", flags: [] }));
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ serverTime: new Date().toISOString(), results, zone: null }));
}
