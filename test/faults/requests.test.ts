import { openApiDocument, routes } from "@abwab/contract";
import { createClient } from "@abwab/api-client";
import { between, newId, oneOf } from "./world/chance.ts";
import { faultTest, isLong } from "./world/fault-test.ts";
import { generate, hostile, type JsonSchema, type Known } from "./world/generate-input.ts";
import { World } from "./world/world.ts";

const REQUESTS = isLong ? 10_000 : 2_000;
const AT_ONCE = 8;
const ANSWER_MS = 20_000;

interface Operation {
  parameters: { name: string; in: "path" | "query"; schema: JsonSchema }[];
  requestBody?: { content: { "application/json": { schema: JsonSchema } } };
}
interface Route {
  path: string;
  method: string;
  operation: Operation;
}

const all = Object.entries(openApiDocument()["paths"] as Record<string, Record<string, Operation>>).flatMap(
  ([path, methods]) => Object.entries(methods).map(([method, operation]): Route => ({ path, method, operation })),
);
/** Asked for more often than the others. */
const weighted = [
  ...all,
  ...Array.from({ length: 4 }, () => all.filter(({ path }) => path === "/api/v1/entries")).flat(),
];
/** They would end what the other requests need: a session, an edition, a token. Each is asked for broken only. */
const ending = new Set(["/api/v1/auth/sign-out", "/api/v1/auth/password"]);

faultTest(
  `E4: of ${REQUESTS} generated requests over all routes not one is answered 5xx or not at all`,
  async (random) => {
    await using world = await World.create({ random });
    const [kiosk] = await world.addKiosks(1);
    const tokens = await Promise.all(
      (["viewer", "supervisor", "organiser", "administrator"] as const).map(async (role) => {
        const { token } = await world.administrator.call(routes.createApiToken, { body: { name: role, role } });
        return token;
      }),
    );
    const device = await world.edition.pair("G2");
    const callers = [
      ...tokens,
      ...Array.from({ length: 6 }, () => tokens[3] as string),
      device.token,
      "",
      "x".repeat(40),
    ];
    const known: Known = {
      words: [world.edition.slug, "SITE", "P01", "ARENA", "G1", "G2", "P01-A", "public", "staff"],
      ids: [kiosk?.id ?? "", newId(random)],
    };
    for (let made = 0; made < 50; made += 1) kiosk?.tap();
    await kiosk?.drain();

    const wrong: string[] = [];
    let made = 0;
    const worker = async (): Promise<void> => {
      while (made < REQUESTS) {
        made += 1;
        const request = newRequest(oneOf(random, weighted), random, known, oneOf(random, callers));
        const told = await ask(world.url, request);
        if (told !== undefined)
          wrong.push(`${request.method} ${request.path} ${String(request.body).slice(0, 300)}: ${told}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    expect(wrong).toEqual([]);
    // Nothing that was acknowledged before is lost; what the requests recorded themselves is nobody's promise.
    const { items } = await createClient({ baseUrl: world.url, token: tokens[3] as string }).call(routes.listEntries, {
      params: { slug: world.edition.slug },
      query: { limit: 5_000 },
    });
    const kept = new Set(items.map(({ id }) => id));
    expect([...world.journal.acknowledged.keys()].filter((id) => !kept.has(id))).toEqual([]);
    expect((await world.check()).filter((problem) => !problem.includes("was never sent"))).toEqual([]);
  },
);

interface Request {
  method: string;
  path: string;
  body: string | undefined;
  token: string;
}

function newRequest({ path, method, operation }: Route, random: () => number, known: Known, token: string): Request {
  const wrongness = ending.has(path) ? 1 : oneOf(random, [0, 0, 0.05, 0.3]);
  const query = new URLSearchParams();
  let address = path;
  for (const { name, in: place, schema } of operation.parameters) {
    const value = place === "path" ? pathValue(name, random, known) : generate(schema, random, known, wrongness);
    const sent = random() < wrongness ? oneOf(random, hostile) : value;
    const text = typeof sent === "string" ? sent : (JSON.stringify(sent) ?? "");
    if (place === "path") address = address.replace(`{${name}}`, encodeURIComponent(text.toWellFormed()) || "-");
    else if (random() < 0.5) query.set(name, text.toWellFormed());
  }
  const schema = operation.requestBody?.content["application/json"].schema;
  let body = schema && JSON.stringify(generate(schema, random, known, wrongness));
  // An archived edition has the same answer to nearly everything.
  if (random() < 0.9) body = body?.replaceAll('"archived"', '"open"');
  if (body !== undefined && random() < wrongness / 4) body = body.slice(0, between(random, 0, body.length));
  return { method: method.toUpperCase(), path: `${address}?${query}`, body, token };
}

function pathValue(name: string, random: () => number, { ids, words }: Known): string {
  if (name === "id") return oneOf(random, ids);
  // The first word is the edition's slug.
  return name === "slug" && random() < 0.9 ? (words[0] as string) : oneOf(random, words);
}

/** What is wrong with the answer; undefined for a good one. */
async function ask(url: string, { method, path, body, token }: Request): Promise<string | undefined> {
  const headers: Record<string, string> = { ...(body !== undefined && { "content-type": "application/json" }) };
  if (token !== "") headers["authorization"] = `Bearer ${token}`;
  try {
    const init = { method, headers, signal: AbortSignal.timeout(ANSWER_MS), ...(body !== undefined && { body }) };
    const response = await fetch(url + path, init);
    const text = await response.text();
    if (response.status >= 500) return `${response.status} ${text}`;
    if (response.status < 400) return undefined;
    const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json") === true;
    return isProblem ? undefined : `${response.status} without a problem document`;
  } catch (error) {
    return String(error);
  }
}
