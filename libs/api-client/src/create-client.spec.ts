import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { routes } from "@abwab/contract";
import { ApiProblem } from "./api-problem.ts";
import { CookieHolder } from "./cookie-holder.ts";
import { createClient, type ClientOptions } from "./create-client.ts";
import { Unreachable } from "./unreachable.ts";

interface Heard {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

/** A real server on a free port; `answer` is given what it heard. */
async function startServer(answer: (heard: Heard, response: ServerResponse) => void) {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      const one = { method: request.method ?? "", url: request.url ?? "", headers: request.headers, body };
      heard.push(one);
      answer(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    baseUrl,
    heard,
    client: (options: ClientOptions = {}) => createClient({ baseUrl, ...options }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string | string[]> = {},
) {
  const type = status < 400 ? "application/json" : "application/problem+json";
  response.writeHead(status, { "content-type": type, ...headers }).end(JSON.stringify(body));
}

describe("createClient", () => {
  it("fills path parameters and query in, encoded, and sends the token", async () => {
    await using server = await startServer((_, response) => json(response, 200, { points: [] }));
    await server.client({ token: () => "secret" }).call(routes.history, {
      params: { slug: "a/b" },
      query: { zone: "P12", from: "2025-05-17T10:00:00+01:00" },
    });
    expect(server.heard[0]).toMatchObject({
      method: "GET",
      url: "/api/v1/editions/a%2Fb/counts/history?zone=P12&from=2025-05-17T10%3A00%3A00%2B01%3A00",
      headers: { authorization: "Bearer secret" },
    });
  });

  it("sends JSON and returns the answer's body", async () => {
    await using server = await startServer((_, response) => json(response, 200, { token: "t" }));
    const answer = await server.client().call(routes.pair, { body: { pairingCode: "ABCD-EFGH" } });
    expect(answer.token).toBe("t");
    expect(server.heard[0]).toMatchObject({ method: "POST", body: '{"pairingCode":"ABCD-EFGH"}' });
    expect(server.heard[0]?.headers["content-type"]).toBe("application/json");
  });

  it("sends a file as it is", async () => {
    await using server = await startServer((_, response) => json(response, 201, { id: "i" }));
    await server.client().call(routes.createImport, {
      params: { slug: "open-days" },
      query: { fileName: "لائحة.csv" },
      file: new TextEncoder().encode("a;b\n"),
    });
    expect(server.heard[0]).toMatchObject({ method: "POST", body: "a;b\n" });
    expect(server.heard[0]?.headers["content-type"]).toBe("application/octet-stream");
    expect(new URL(server.heard[0]?.url ?? "", server.baseUrl).searchParams.get("fileName")).toBe("لائحة.csv");
  });

  it("returns nothing for a 204", async () => {
    await using server = await startServer((_, response) => response.writeHead(204).end());
    expect(await server.client().call(routes.signOut)).toBeUndefined();
  });

  it("throws a problem with its code, errors and Retry-After", async () => {
    const errors = [{ path: "limit", code: "too_big", message: "at most 500" }];
    await using server = await startServer((_, response) =>
      json(
        response,
        503,
        { type: "about:blank", title: "Busy", status: 503, code: "overloaded", errors },
        { "retry-after": "7" },
      ),
    );
    const error = await server
      .client()
      .call(routes.me)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ status: 503, code: "overloaded", retryAfterSeconds: 7, errors });
  });

  it("tells an error of a proxy apart from one of the service", async () => {
    await using server = await startServer((_, response) => response.writeHead(502).end("<h1>Bad gateway</h1>"));
    await expect(server.client().call(routes.me)).rejects.toMatchObject({ status: 502, code: "unexplained" });
  });

  it("is unreachable when nobody listens", async () => {
    let baseUrl: string;
    {
      await using server = await startServer((_, response) => response.end());
      baseUrl = server.baseUrl;
    }
    await expect(createClient({ baseUrl }).call(routes.me)).rejects.toBeInstanceOf(Unreachable);
  });

  it("is unreachable when the answer does not come in time", async () => {
    await using server = await startServer(() => undefined);
    await expect(server.client({ timeoutMs: 30 }).call(routes.me)).rejects.toBeInstanceOf(Unreachable);
  });

  it("is unreachable when a captive portal answers in the service's place", async () => {
    await using server = await startServer((_, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<h1>Welcome to our Wi-Fi</h1>"),
    );
    await expect(server.client().call(routes.me)).rejects.toBeInstanceOf(Unreachable);
  });

  it("is unreachable when the answer was cut off", async () => {
    await using server = await startServer((_, response) =>
      response.writeHead(200, { "content-type": "application/json" }).end('{"user":'),
    );
    await expect(server.client().call(routes.me)).rejects.toBeInstanceOf(Unreachable);
  });

  it("rethrows the caller's own abort", async () => {
    await using server = await startServer(() => undefined);
    const abort = new AbortController();
    const call = server.client().call(routes.me, { signal: abort.signal });
    abort.abort(new Error("left the page"));
    await expect(call).rejects.toThrow("left the page");
  });

  it("keeps the session cookie and names its origin on changes, outside a browser", async () => {
    await using server = await startServer((_, response) =>
      json(
        response,
        200,
        { user: null },
        { "set-cookie": ["session=abc; HttpOnly; SameSite=Strict", "other=1; Path=/"] },
      ),
    );
    const client = server.client({ cookie: new CookieHolder() });
    await client.call(routes.signIn, { body: { email: "a@b.ma", password: "long enough for us" } });
    await client.call(routes.me);
    expect(server.heard.map(({ headers }) => [headers.origin, headers.cookie])).toEqual([
      [server.baseUrl, undefined],
      [undefined, "session=abc; other=1"],
    ]);
  });

  it("asks only for what has changed", async () => {
    await using server = await startServer((heard, response) =>
      heard.headers["if-none-match"] === '"v1"'
        ? response.writeHead(304).end()
        : json(response, 200, { categories: [] }, { etag: '"v1"' }),
    );
    const client = server.client();
    const first = await client.callIfChanged(routes.deviceConfiguration, undefined);
    expect(first).toMatchObject({ changed: true, etag: '"v1"', body: { categories: [] } });
    expect(await client.callIfChanged(routes.deviceConfiguration, '"v1"')).toEqual({ changed: false });
  });
});
