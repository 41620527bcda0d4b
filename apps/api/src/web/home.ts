import type { NestFastifyApplication } from "@nestjs/platform-fastify";
import type { FastifyInstance } from "fastify";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { HOME_PAGE, HOME_SCRIPT, HOME_STYLE } from "./home-page.ts";

/** `/`: a short page that leads to the console and the kiosk and shows the live total of the latest public edition. */
export function registerHome(fastify: FastifyInstance, nest: NestFastifyApplication): void {
  fastify.get("/", async (_, reply) => {
    const slug = await nest.get(EditionDirectory).latestPublic();
    const page = HOME_PAGE.replace("{{edition}}", slug ?? "");
    return reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(page);
  });
  fastify.get("/home.js", (_, reply) =>
    reply.type("text/javascript; charset=utf-8").header("cache-control", "no-cache").send(HOME_SCRIPT),
  );
  fastify.get("/home.css", (_, reply) =>
    reply.type("text/css; charset=utf-8").header("cache-control", "no-cache").send(HOME_STYLE),
  );
}
