import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { LIVE_NAMESPACE, type ClientEvents, type CountSnapshot, type ServerEvents } from "@abwab/contract";
import { Server } from "socket.io";
import { watchCounts, type WatchOptions } from "./watch-counts.ts";

const snapshot = (version: number): CountSnapshot => ({
  edition: "open-days",
  version,
  asOf: "2025-05-17T10:00:00.000Z",
  day: "2025-05-17",
  totals: {
    visitsToday: version,
    visitsEdition: 0,
    insideSite: null,
    pavilionVisitsToday: 0,
    pavilionVisitsEdition: 0,
    visitsPerMinute: 0,
  },
  zones: [],
  completeness: { devices: 0, silent: 0, pending: 0 },
});

/** A real socket server on a free port; its `watch` answers with `version`, raised by each. */
async function startServer() {
  const http = createServer();
  const server = new Server<ClientEvents, ServerEvents>(http);
  const live = server.of(LIVE_NAMESPACE);
  const state = { version: 0, watched: [] as string[], tokens: [] as unknown[] };
  live.use((socket, next) => {
    const { token } = socket.handshake.auth as { token?: string };
    state.tokens.push(token);
    next(token === "revoked" ? Object.assign(new Error("refused"), { data: { code: "device_revoked" } }) : undefined);
  });
  live.on("connection", (socket) => {
    socket.on("watch", ({ edition }, answer) => {
      state.watched.push(edition);
      if (edition === "unknown") return answer({ ok: false, code: "not_found" });
      answer({ ok: true, snapshot: snapshot(++state.version) });
    });
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    live,
    state,
    async [Symbol.asyncDispose]() {
      await server.close();
    },
  };
}

/** Watches, and hands out what is told in the order it is told. */
function listen(options: Pick<WatchOptions, "baseUrl" | "token" | "edition">) {
  const told: unknown[] = [];
  const waiting = new Set<() => void>();
  const note = (line: unknown) => {
    told.push(line);
    for (const check of waiting) check();
  };
  const watch = watchCounts({
    ...options,
    onSnapshot: ({ version }) => note(`snapshot ${version}`),
    onTick: ({ version }) => note(`tick ${version}`),
    onConnection: note,
    onRefused: (code) => note(`refused ${code}`),
    onZone: (notice) => note(notice),
  });
  return {
    told,
    until: (line: unknown) =>
      new Promise<void>((resolve) => {
        const check = () => {
          if (!told.includes(line)) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    [Symbol.dispose]: () => watch.close(),
  };
}

describe("watchCounts (C3)", () => {
  it("starts from a snapshot, then takes ticks", async () => {
    await using server = await startServer();
    using client = listen({ baseUrl: server.baseUrl, token: "t", edition: "open-days" });
    await client.until("live");
    server.live.emit("counts", snapshot(2));
    await client.until("tick 2");
    expect(client.told).toEqual(["connecting", "snapshot 1", "live", "tick 2"]);
    expect(server.state.tokens).toEqual(["t"]);
  });

  it("watches again from a new snapshot when the line was lost", async () => {
    await using server = await startServer();
    using client = listen({ baseUrl: server.baseUrl, edition: "open-days" });
    await client.until("live");
    for (const socket of server.live.sockets.values()) socket.conn.close();
    await client.until("snapshot 2");
    expect(client.told).toEqual(["connecting", "snapshot 1", "live", "lost", "snapshot 2", "live"]);
  });

  it("ends with the code when the edition is not shown to it", async () => {
    await using server = await startServer();
    using client = listen({ baseUrl: server.baseUrl, edition: "unknown" });
    await client.until("refused not_found");
    expect(client.told).toEqual(["connecting", "refused not_found"]);
  });

  it("ends with the code when the handshake is refused", async () => {
    await using server = await startServer();
    using client = listen({ baseUrl: server.baseUrl, token: "revoked", edition: "open-days" });
    await client.until("refused device_revoked");
    expect(server.state.watched).toEqual([]);
  });

  it("learns that it was refused when the server ends its socket", async () => {
    await using server = await startServer();
    let token = "t";
    using client = listen({ baseUrl: server.baseUrl, token: () => token, edition: "open-days" });
    await client.until("live");
    token = "revoked";
    server.live.disconnectSockets(true);
    await client.until("refused device_revoked");
  });

  it("acknowledges a zone's notice", async () => {
    await using server = await startServer();
    using client = listen({ baseUrl: server.baseUrl, edition: "open-days" });
    await client.until("live");
    const notice = { zone: "P12", status: "hold" as const, message: "full" };
    const [socket] = server.live.sockets.values();
    await new Promise<void>((resolve) => socket?.emit("zone", notice, resolve));
    expect(client.told).toContainEqual(notice);
  });
});
