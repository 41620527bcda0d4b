import { openApiDocument } from "@abwab/contract";
import { between, oneOf } from "./chance.ts";
import { generate, hostile, type JsonSchema, type Known } from "./generate-input.ts";

interface Operation {
  parameters: { name: string; in: "path" | "query"; schema: JsonSchema }[];
  requestBody?: { content: { "application/json"?: { schema: JsonSchema }; "application/octet-stream"?: object } };
}
interface Route {
  path: string;
  method: string;
  operation: Operation;
}

const all = Object.entries(openApiDocument()["paths"] as Record<string, Record<string, Operation>>).flatMap(
  ([path, methods]) => Object.entries(methods).map(([method, operation]): Route => ({ path, method, operation })),
);
/** One request in five brings entries, however many routes there are. */
const weighted = [
  ...all,
  ...Array.from({ length: Math.ceil(all.length / 4) }, () =>
    all.filter(({ path }) => path === "/api/v1/entries"),
  ).flat(),
];
/** They would end what the other requests need: a session, an edition, a token. Each is asked for broken only. */
const ending = new Set(["/api/v1/auth/sign-out", "/api/v1/auth/password"]);

export interface GeneratedRequest {
  method: string;
  path: string;
  body: string | undefined;
  /** What the body is said to be. */
  type: string;
  token: string;
}

/** A request to any of the routes, valid or broken. */
export function generateRequest(random: () => number, known: Known, token: string): GeneratedRequest {
  const { path, method, operation } = oneOf(random, weighted);
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
  const content = operation.requestBody?.content;
  const schema = content?.["application/json"]?.schema;
  const isFile = content?.["application/octet-stream"] !== undefined;
  let body = schema && JSON.stringify(generate(schema, random, known, wrongness));
  if (isFile) body = list(random, known);
  // An archived edition has the same answer to nearly everything.
  if (random() < 0.99) body = body?.replaceAll('"archived"', '"open"');
  if (body !== undefined && random() < wrongness / 4) body = body.slice(0, between(random, 0, body.length));
  const type = isFile ? "application/octet-stream" : "application/json";
  return { method: method.toUpperCase(), path: `${address}?${query}`, body, type, token };
}

/** A file that may be a list. */
function list(random: () => number, { words }: Known): string {
  const separator = oneOf(random, [";", ",", "\t", "\0"]);
  const cell = (): string => oneOf(random, ["Nom", "Ville", "مدرسة", '"', "=1+1", "", "12", ...words]);
  const row = (): string => Array.from({ length: between(random, 1, 5) }, cell).join(separator);
  return Array.from({ length: between(random, 0, 8) }, row).join("\n");
}

function pathValue(name: string, random: () => number, { ids, words }: Known): string {
  if (name === "id") return oneOf(random, ids);
  // The first word is the edition's slug.
  return name === "slug" && random() < 0.9 ? (words[0] as string) : oneOf(random, words);
}
