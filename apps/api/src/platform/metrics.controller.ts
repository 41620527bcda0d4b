import { Controller, Get, Header, Inject, Req } from "@nestjs/common";
import type { FastifyRequest } from "fastify";
import { timingSafeEqual } from "node:crypto";
import { CONFIGURATION, type Configuration } from "./configuration.ts";
import { Metrics } from "./metrics.ts";
import { ProblemError } from "./problem-error.ts";
import { hashSecretToken } from "./secret-token.ts";

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** For Prometheus: behind a token, or without one only for this machine. */
@Controller("metrics")
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get()
  @Header("cache-control", "no-store")
  @Header("content-type", "text/plain; version=0.0.4; charset=utf-8")
  async read(@Req() request: FastifyRequest): Promise<string> {
    if (!this.isAllowed(request))
      throw new ProblemError("unauthenticated", "Send the bearer token of ABWAB_METRICS_TOKEN.");
    return this.metrics.registry.metrics();
  }

  private isAllowed(request: FastifyRequest): boolean {
    const token = this.configuration.ABWAB_METRICS_TOKEN;
    const isDirect = request.headers["x-forwarded-for"] === undefined;
    if (token === undefined) return isDirect && LOOPBACK.has(request.socket.remoteAddress ?? "");
    return timingSafeEqual(hashSecretToken(request.headers.authorization ?? ""), hashSecretToken(`Bearer ${token}`));
  }
}
