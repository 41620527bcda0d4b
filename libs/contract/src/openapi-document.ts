import { problem } from "./problem.ts";
import { type ProblemCode, problems } from "./problem-codes.ts";
import type { Route } from "./route.ts";
import { allRoutes } from "./routes.ts";
import { z } from "zod";

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of every route, made from the contract's schemas. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, route] of allRoutes) {
    const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Abwab",
      version: "1",
      description:
        "Counts the visitors of large open-door events. Errors are problem documents (RFC 9457) with a stable `code`.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, "output") },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "A device's or an integrator's token" },
        session: { type: "apiKey", in: "cookie", name: "abwab_session", description: "Set by signing in" },
      },
    },
  };
}

function operation(name: string, route: Route): Json {
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.tag],
    description: accessInWords(route),
    parameters: [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)],
    ...requestBody(route),
    responses: responses(route),
    security: security(route),
  };
}

function requestBody({ body, upload }: Route): Json {
  if (upload) return { requestBody: { required: true, content: { "application/octet-stream": {} } } };
  if (body === undefined) return {};
  return { requestBody: { required: true, content: { "application/json": { schema: schemaOf(body, "input") } } } };
}

function accessInWords({ access }: Route): string {
  const callers = [
    access.anyone && "anyone",
    access.device && "a device",
    access.person && `a person (${access.person} or above)`,
    access.token && `an API token (${access.token} or above)`,
  ].filter((caller) => typeof caller === "string");
  return `For ${callers.join(", ")}.`;
}

function security({ access }: Route): Json[] {
  const ways: Json[] = [];
  if (access.device || access.token) ways.push({ bearer: [] });
  if (access.person) ways.push({ session: [] });
  if (access.anyone) ways.push({});
  return ways;
}

function pathParameters(route: Route): Json[] {
  return [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(route: Route): Json[] {
  if (route.query === undefined) return [];
  const schema = schemaOf(route.query, "input");
  const required = new Set(schema["required"] as string[] | undefined);
  return Object.entries((schema["properties"] ?? {}) as Json).map(([name, property]) => ({
    name,
    in: "query",
    required: required.has(name),
    schema: property,
  }));
}

function headerParameters({ method, versioned }: Route): Json[] {
  if (!versioned || method !== "PATCH") return [];
  const description = "The ETag of the state that the change is meant for; without it, whatever state it is in";
  return [{ name: "If-Match", in: "header", required: false, description, schema: { type: "string" } }];
}

function responses(route: Route): Json {
  const success = { description: "Done", ...contentOf(route) };
  const codes: ProblemCode[] = [
    "invalid",
    ...(route.access.anyone ? [] : (["unauthenticated", "forbidden"] as const)),
    ...(route.versioned && route.method === "PATCH" ? (["changed_meanwhile"] as const) : []),
    ...(route.problems ?? []),
  ];
  const byStatus = Map.groupBy(new Set(codes), (code) => problems[code].status);
  return {
    [route.status]: success,
    ...Object.fromEntries(
      [...byStatus].map(([status, list]) => [
        status,
        {
          description: list.map((code) => `\`${code}\`: ${problems[code].title}`).join("; "),
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      ]),
    ),
  };
}

function contentOf({ response, document }: Route): Json {
  // In OpenAPI 3.1 a binary body has a media type and no schema.
  if (document !== undefined) {
    const types = typeof document === "string" ? [document] : document;
    return { content: Object.fromEntries(types.map((type) => [type, {}])) };
  }
  return response === undefined ? {} : { content: { "application/json": { schema: schemaOf(response, "output") } } };
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return json;
}
