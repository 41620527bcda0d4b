import { type CountSnapshot, type CurvesResponse, type HistoryResponse, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param, Req, Res } from "@nestjs/common";
import type { FastifyReply, FastifyRequest } from "fastify";
import { DevicePresence } from "../devices/device-presence.ts";
import { EditionAccess, refuseBeyond, type SeenZones, seenZones } from "../editions/edition-access.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { entityTagOf, isKnown } from "../platform/entity-tag.ts";
import { Caller, CheckedQuery, Handles, MaybeCaller } from "../platform/handles.ts";
import { type Principal, refusalOf } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { CountsAtService } from "./counts-at.service.ts";
import { CountsService } from "./counts.service.ts";
import { HistoryService } from "./history.service.ts";
import { onlyZones } from "./only-zones.ts";

@Controller()
export class CountsController {
  constructor(
    private readonly directory: EditionDirectory,
    private readonly access: EditionAccess,
    private readonly counts: CountsService,
    private readonly past: CountsAtService,
    private readonly histories: HistoryService,
    private readonly presence: DevicePresence,
  ) {}

  @Handles(routes.counts)
  async snapshot(
    @MaybeCaller() caller: Principal | undefined,
    @Param("slug") slug: string,
    @CheckedQuery(routes.counts) query: QueryOf<typeof routes.counts>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const edition = await this.directory.bySlug(slug);
    const zones: SeenZones = caller === undefined ? new Set() : seenZones(edition, caller);
    if (zones?.size === 0 && !edition.public) {
      if (caller === undefined) throw new ProblemError("unauthenticated", "Sign in, or send a bearer token.");
      throw refusalOf(caller, edition.id);
    }
    await this.presence.flush();
    const shown = onlyZones(await this.counts.sharedSnapshot(edition, query.day), zones);
    // When it was asked changes with every answer; whoever polls wants to know whether anything else did.
    const { asOf: _, ...figures } = shown;
    const etag = entityTagOf(figures);
    void reply.header("etag", etag).header("cache-control", "private, no-cache");
    if (isKnown(etag, request.headers["if-none-match"])) void reply.status(304).send();
    else void reply.send(shown);
  }

  @Handles(routes.countsAt)
  async at(
    @Caller() caller: Principal,
    @Param("slug") slug: string,
    @CheckedQuery(routes.countsAt) { moment }: QueryOf<typeof routes.countsAt>,
  ): Promise<CountSnapshot> {
    const { edition, zones } = await this.access.findPart(slug, caller);
    await this.presence.flush();
    return onlyZones(await this.past.snapshot(edition, Date.parse(moment)), zones);
  }

  @Handles(routes.history)
  async history(
    @Caller() caller: Principal,
    @Param("slug") slug: string,
    @CheckedQuery(routes.history) query: QueryOf<typeof routes.history>,
  ): Promise<HistoryResponse> {
    const { edition, zones } = await this.access.findPart(slug, caller);
    refuseBeyond(zones, query.zone);
    return this.histories.history(edition, query);
  }

  @Handles(routes.curves)
  async curves(
    @Caller() caller: Principal,
    @Param("slug") slug: string,
    @CheckedQuery(routes.curves) query: QueryOf<typeof routes.curves>,
  ): Promise<CurvesResponse> {
    const { edition, zones } = await this.access.findPart(slug, caller);
    return onlyZones(await this.histories.curves(edition, query), zones);
  }
}
