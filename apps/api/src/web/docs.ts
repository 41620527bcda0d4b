import { openApiDocument } from "@abwab/contract";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { createRequire } from "node:module";
import path from "node:path";

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Abwab API</title>
<link rel="stylesheet" href="/api/docs/assets/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<script src="/api/docs/assets/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;
const START = `SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#docs", deepLinking: true });\n`;

/** `/api/openapi.json`, and `/api/docs` to read it. */
export async function registerDocs(fastify: FastifyInstance): Promise<void> {
  const document = JSON.stringify(openApiDocument());
  const assets = path.dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  fastify.get("/api/openapi.json", (_, reply) => reply.type("application/json; charset=utf-8").send(document));
  fastify.get("/api/docs", (_, reply) => reply.type("text/html; charset=utf-8").send(PAGE));
  fastify.get("/api/docs/start.js", (_, reply) => reply.type("text/javascript; charset=utf-8").send(START));
  await fastify.register(fastifyStatic, {
    root: assets,
    prefix: "/api/docs/assets/",
    decorateReply: false,
    index: false,
  });
}
