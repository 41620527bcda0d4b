import { createClient, Unreachable } from "@abwab/api-client";
import { sendBatch } from "./send-batch.ts";

const answer = { serverTime: "2026-01-01T00:00:00Z", results: [], zone: null };
const entry = {
  id: "0196df00-0000-7000-8000-000000000001",
  direction: "in",
  headcount: 2,
  occurredAt: "2026-01-01T00:00:00Z",
} as const;
const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });

/** A server that gives these answers in turn and remembers what it was sent. */
function server(...answers: (() => Response)[]) {
  const bodies: { device: { clock: string; pending: number }; entries: unknown[] }[] = [];
  const client = createClient({
    baseUrl: "http://service.test",
    fetch: async (_input, init) => {
      if (typeof init?.body === "string") bodies.push(JSON.parse(init.body));
      const next = answers[bodies.length - 1];
      if (!next) throw new Error("asked too often");
      return next();
    },
  });
  return { client, bodies };
}

test("E2 after a lost answer the same items go out again with the same ids", async () => {
  const { client, bodies } = server(
    () => {
      throw new TypeError("connection reset");
    },
    () => json(200, answer),
  );
  await sendBatch(client, [entry]);
  expect(bodies.map((body) => body.entries)).toEqual([[entry], [entry]]);
});

test("503 is met by waiting as long as Retry-After says", async () => {
  const { client } = server(
    () => json(503, { type: "about:blank", title: "busy", status: 503, code: "overloaded" }, { "retry-after": "1" }),
    () => json(200, answer),
  );
  const begun = performance.now();
  await sendBatch(client, [entry]);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(990);
});

test("a refusal of the whole batch is not repeated", async () => {
  const { client, bodies } = server(() =>
    json(401, { type: "about:blank", title: "revoked", status: 401, code: "device_revoked" }),
  );
  await expect(sendBatch(client, [entry])).rejects.toMatchObject({ code: "device_revoked" });
  expect(bodies).toHaveLength(1);
});

test("a server that stays away is given up in the end", async () => {
  const away = (): Response => {
    throw new TypeError("refused");
  };
  const { client } = server(away, away);
  await expect(sendBatch(client, [entry], { giveUpAfterMs: 100 })).rejects.toBeInstanceOf(Unreachable);
});

test("says its clock and what is pending with every batch", async () => {
  const { client, bodies } = server(() => json(200, answer));
  await sendBatch(client, [], { pending: 3, now: () => Date.UTC(2026, 0, 2) });
  expect(bodies[0]?.device).toMatchObject({ pending: 3, clock: "2026-01-02T00:00:00.000Z" });
});
