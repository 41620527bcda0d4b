import { type CountSnapshot, type CurvesResponse, type HistoryResponse, type QueryOf, routes } from "@abwab/contract";
import { Controller, Param, Req, Res } from "@nestjs/common";
import type { FastifyReply, FastifyRequest } from "fastify";
import { DevicePresence } from "../devices/device-presence.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { entityTagOf, isKnown } from "../platform/entity-tag.ts";
import { Caller, CheckedQuery, Handles, MaybeCaller } from "../platform/handles.ts";
import { mayUseEdition, type Principal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { CountsAtService } from "./counts-at.service.ts";
import { CountsService } from "./counts.service.ts";
import { HistoryService } from "./history.service.ts";

@Controller()
export class CountsController {
  constructor(
    private readonly directory: EditionDirectory,
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
    const isStranger = caller === undefined || !mayUseEdition(caller, edition.id);
    if (isStranger && !edition.public) {
      if (caller === undefined) throw new ProblemError("unauthenticated", "Sign in, or send a bearer token.");
      throw new ProblemError("forbidden", "This token is for another edition.");
    }
    await this.presence.flush();
    const snapshot = await this.counts.sharedSnapshot(edition, query.day);
    const shown: CountSnapshot = isStranger ? { ...snapshot, zones: [] } : snapshot;
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
    const edition = await this.directory.bySlug(slug);
    if (!mayUseEdition(caller, edition.id)) throw new ProblemError("forbidden", "This token is for another edition.");
    await this.presence.flush();
    return this.past.snapshot(edition, Date.parse(moment));
  }

  @Handles(routes.history)
  async history(
    @Caller() caller: Principal,
    @Param("slug") slug: string,
    @CheckedQuery(routes.history) query: QueryOf<typeof routes.history>,
  ): Promise<HistoryResponse> {
    const edition = await this.directory.bySlug(slug);
    if (!mayUseEdition(caller, edition.id)) throw new ProblemError("forbidden", "This token is for another edition.");
    return this.histories.history(edition, query);
  }

  @Handles(routes.curves)
  async curves(
    @Caller() caller: Principal,
    @Param("slug") slug: string,
    @CheckedQuery(routes.curves) query: QueryOf<typeof routes.curves>,
  ): Promise<CurvesResponse> {
    const edition = await this.directory.bySlug(slug);
    if (!mayUseEdition(caller, edition.id)) throw new ProblemError("forbidden", "This token is for another edition.");
    return this.histories.curves(edition, query);
  }
}
