import { NestFactory } from "@nestjs/core";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import type { FastifyReply, FastifyRequest } from "fastify";
import { randomUUID } from "node:crypto";
import type { Server as HttpServer } from "node:http";
import path from "node:path";
import { AppModule } from "./app.module.ts";
import { registerEntriesRoute } from "./entries/entries-route.ts";
import { ExpressLane } from "./entries/express-lane/express-lane.ts";
import { LiveService } from "./live/live.service.ts";
import type { Configuration } from "./platform/configuration.ts";
import { Database } from "./platform/database.ts";
import { JsonLogger } from "./platform/json-logger.ts";
import { ProblemError } from "./platform/problem-error.ts";
import { sendProblem } from "./platform/problem-filter.ts";
import { takeOnlyJson } from "./platform/request-bodies.ts";
import { takeUploads } from "./platform/uploads.ts";
import { registerPublicCounter } from "./public-counter/public-counter-routes.ts";
import { registerDocs } from "./web/docs.ts";
import { registerRequestLog } from "./platform/request-log.ts";
import { registerHome } from "./web/home.ts";
import { registerWeb } from "./web/web.ts";

/** 500 items with the longest passes and reasons. */
const BODY_LIMIT = 4 * 1024 * 1024;
/** How often a stop looks for connections that have become idle. */
const SWEEP_MS = 50;
/**
 * Connections that may wait to be taken. With Node's own 511 the kernel drops most of thousands of screens that come
 * back in one instant, and they are heard only after its timeouts. The system's limit (somaxconn) holds all the same.
 */
const BACKLOG = 16_384;

export interface App {
  nest: NestFastifyApplication;
  /** Listens and returns the address, `http://127.0.0.1:4870`. */
  listen(): Promise<string>;
  /** Lets requests under way finish, then stops everything. */
  close(): Promise<void>;
}

/** Assembles the service on a migrated database, without listening: tests use the same. */
export async function buildApp(configuration: Configuration): Promise<App> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: (_: string, hop: number) => hop < configuration.ABWAB_TRUSTED_PROXIES,
    forceCloseConnections: "idle",
    genReqId: () => randomUUID(),
    // An address that the router itself can't read.
    frameworkErrors: (error: Error, _: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, new ProblemError("invalid", error.message)),
  });
  const nest = await NestFactory.create<NestFastifyApplication>(AppModule.with(configuration), adapter, {
    logger: new JsonLogger(configuration.ABWAB_LOG_LEVEL),
    abortOnError: false,
    bodyParser: false,
  });
  const fastify = adapter.getInstance();
  takeOnlyJson(fastify);
  takeUploads(fastify, nest);
  registerRequestLog(fastify);
  await registerWeb(fastify, configuration.ABWAB_WEB_ROOT ?? path.resolve(import.meta.dirname, ".."));
  registerHome(fastify, nest);
  registerPublicCounter(fastify, nest);
  await registerDocs(fastify);
  registerEntriesRoute(fastify, nest);
  await nest.init();
  nest.get(LiveService).start();
  const http: HttpServer = nest.getHttpServer();
  const lane = new ExpressLane(http, nest);
  return {
    nest,
    listen: async () => {
      await nest.listen({ port: configuration.PORT, host: configuration.HOST, backlog: BACKLOG });
      return (await nest.getUrl()).replace("[::1]", "127.0.0.1");
    },
    close: async () => {
      // A connection whose last request ended after the stop began would be waited for as long as it is kept alive.
      const sweep = setInterval(() => {
        http.closeIdleConnections();
        lane.closeIdleConnections();
      }, SWEEP_MS);
      try {
        await nest.close();
      } finally {
        clearInterval(sweep);
      }
      await nest.get(Database).close();
    },
  };
}
