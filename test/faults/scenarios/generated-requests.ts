import { type EntriesResponse, routes } from "@abwab/contract";
import { newId, oneOf } from "../world/chance.ts";
import type { Known } from "../world/generate-input.ts";
import { type GeneratedRequest, generateRequest } from "../world/generate-request.ts";
import type { Item, Journal } from "../world/journal.ts";
import { World } from "../world/world.ts";
import type { Scene } from "./scenario.ts";

const AT_ONCE = 8;
/** Whatever takes longer hangs. */
const ANSWER_MS = 20_000;
const ROLES = ["viewer", "supervisor", "organiser", "administrator"] as const;

/** Requests over all routes, by callers of every kind, valid and broken: no 5xx, none that hangs, no lost row. */
export async function generatedRequests({ random, plant, count }: Scene & { count: number }): Promise<string[]> {
  await using world = await World.create({ random });
  const [kiosk] = await world.addKiosks(1);
  const tokens = await Promise.all(
    ROLES.map(async (role) => {
      const { token } = await world.administrator.call(routes.createApiToken, { body: { name: role, role } });
      return token;
    }),
  );
  const administrator = tokens[ROLES.indexOf("administrator")] as string;
  const device = await world.edition.pair("G2");
  const often = Array.from({ length: 3 }, () => [administrator, administrator, device.token]).flat();
  const callers = [...tokens, ...often, "", "x".repeat(40)];
  const recordedIds = [newId(random)];
  const known: Known = {
    words: [world.edition.slug, "SITE", "P01", "ARENA", "G1", "G2", "P01-A", "public", "staff"],
    byName: {
      edition: [world.edition.slug],
      checkpoint: ["G1", "G2", "P01-A"],
      category: ["public"],
      zone: ["SITE", "P01", "ARENA"],
      appVersion: ["1.2.3"],
      voids: recordedIds,
    },
    ids: [kiosk?.id ?? "", newId(random), newId(random)],
  };
  for (let made = 0; made < 50; made += 1) await kiosk?.tap();
  await kiosk?.drain();
  await plant?.(world.databaseUrl);

  // A person's void of an entry is made by the service.
  world.journal.isComplete = false;
  const faults: string[] = [];
  let made = 0;
  const worker = async (): Promise<void> => {
    while (made < count) {
      made += 1;
      const request = generateRequest(random, known, oneOf(random, callers));
      const items = itemsOf(request);
      world.journal.sending(items.filter((item) => item !== undefined));
      const { fault, results } = await ask(world.url, request);
      acknowledge(world.journal, items, results);
      recordedIds.push(...results.flatMap(({ id, status }) => (status === "recorded" && id !== null ? [id] : [])));
      if (fault !== undefined)
        faults.push(`${request.method} ${request.path} ${String(request.body).slice(0, 300)}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  process.stderr.write(`faults: ${count} requests recorded ${recordedIds.length} items\n`);
  if (faults.length > 0) faults.push(...world.servers.flatMap(({ lastWords }) => lastWords));
  // Requests of which none is understood would prove little.
  if (recordedIds.length < count / 100) faults.push("hardly anything was recorded");
  return [...faults, ...(await world.check())];
}

/** What a request asks to be recorded; undefined for what can't be read as that. */
function itemsOf({ method, path, body = "" }: GeneratedRequest): (Item | undefined)[] {
  if (method !== "POST" || !path.startsWith("/api/v1/entries?")) return [];
  try {
    const frame = JSON.parse(body) as { entries?: unknown } | null;
    const entries = frame?.entries;
    return Array.isArray(entries) ? entries.map((item) => (isItem(item) ? item : undefined)) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

const isItem = (value: unknown): value is Item =>
  typeof value === "object" && value !== null && "id" in value && typeof value.id === "string";

/** Which of the items were acknowledged. */
function acknowledge(journal: Journal, items: (Item | undefined)[], results: EntriesResponse["results"]): void {
  items.forEach((item, index) => {
    const result = results[index];
    if (item !== undefined && result !== undefined && result.status !== "refused") journal.answered([item], [result]);
  });
}

interface Told {
  /** What is wrong with the answer; undefined for a good one. */
  fault?: string;
  /** Of a request with entries. */
  results: EntriesResponse["results"];
}

async function ask(url: string, { method, path, body, type, token }: GeneratedRequest): Promise<Told> {
  const headers: Record<string, string> = { ...(body !== undefined && { "content-type": type }) };
  if (token !== "") headers["authorization"] = `Bearer ${token}`;
  try {
    const init = { method, headers, signal: AbortSignal.timeout(ANSWER_MS), ...(body !== undefined && { body }) };
    const response = await fetch(url + path, init);
    const text = await response.text();
    if (response.status >= 500) return { fault: `${response.status} ${text}`, results: [] };
    if (response.status < 400) return { results: resultsIn(method, path, text) };
    const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json") === true;
    return { results: [], ...(!isProblem && { fault: `${response.status} without a problem document` }) };
  } catch (error) {
    return { fault: String(error), results: [] };
  }
}

function resultsIn(method: string, path: string, text: string): EntriesResponse["results"] {
  if (method !== "POST" || !path.startsWith("/api/v1/entries?")) return [];
  return (JSON.parse(text) as EntriesResponse).results;
}
