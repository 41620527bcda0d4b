import Fastify from "fastify";

// The least that Fastify can do for a request of the hot route: the same schema, compiled, and an answer of the same
// shape, compiled as well. No sender is looked up, nothing is decided and nothing is kept.

const instant = { type: "string", format: "date-time" };
const entry = {
  type: "object",
  additionalProperties: false,
  required: ["id", "direction", "headcount", "occurredAt"],
  properties: {
    id: { type: "string", format: "uuid" },
    checkpoint: { type: "string", maxLength: 32, pattern: "^[A-Z0-9]+(?:[-_][A-Z0-9]+)*$" },
    direction: { enum: ["in", "out"] },
    headcount: { type: "integer", minimum: 1, maximum: 1000 },
    category: { type: "string", default: "public" },
    occurredAt: instant,
  },
};
const body = {
  type: "object",
  additionalProperties: false,
  required: ["entries"],
  properties: {
    device: { type: "object", properties: { pending: { type: "integer" }, clock: instant } },
    entries: { type: "array", maxItems: 500, items: entry },
  },
};
const text = { type: "string" };
const integer = { type: "integer" };
const flags = { type: "array", items: text };
const result = { type: "object", properties: { id: text, status: text, flags, code: text, message: text } };
const zone = {
  type: "object",
  properties: {
    zone: text,
    enteredToday: integer,
    exitedToday: integer,
    enteredEdition: integer,
    inside: integer,
    perMinute: { type: "number" },
    status: text,
    flags,
  },
};
const response = {
  200: { type: "object", properties: { serverTime: text, results: { type: "array", items: result }, zone } },
};
const row = { zone: "P01", enteredToday: 0, exitedToday: 0, enteredEdition: 0, inside: 0, perMinute: 0 };

const fastify = Fastify();
fastify.post<{ Body: { entries: { id: string }[] } }>("/api/v1/entries", { schema: { body, response } }, (request) => ({
  serverTime: new Date().toISOString(),
  results: request.body.entries.map(({ id }) => ({
    id,
    status: "refused",
    flags: [],
    code: "checkpoint_not_allowed",
    message: "This device was never bound to SITE-A.",
  })),
  zone: { ...row, status: "open", flags: [] },
}));
process.stdout.write(`listening ${await fastify.listen({ host: "127.0.0.1", port: 0 })}\n`);
