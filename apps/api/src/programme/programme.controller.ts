import { type BodyOf, type Page, type ProgrammeItem, type QueryOf, routes } from "@abwab/contract";
import { Controller, Header, Param, Res } from "@nestjs/common";
import type { FastifyReply } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { CheckedBody, CheckedQuery, Handles, MaybeCaller } from "../platform/handles.ts";
import type { Principal } from "../platform/principal.ts";
import { asPdf } from "../printing/as-pdf.ts";
import { ProgrammePublishing } from "./programme-publishing.service.ts";
import { ProgrammeService } from "./programme.service.ts";

@Controller()
export class ProgrammeController {
  constructor(
    private readonly programme: ProgrammeService,
    private readonly publishing: ProgrammePublishing,
  ) {}

  @Handles(routes.listProgramme)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listProgramme) query: QueryOf<typeof routes.listProgramme>,
    @Acting() actor: Actor,
  ): Promise<Page<ProgrammeItem>> {
    return this.programme.list(slug, query, actor);
  }

  @Handles(routes.createProgrammeItem)
  create(
    @Param("slug") slug: string,
    @CheckedBody(routes.createProgrammeItem) body: BodyOf<typeof routes.createProgrammeItem>,
    @Acting() actor: Actor,
  ): Promise<ProgrammeItem> {
    return this.programme.create(slug, body, actor);
  }

  @Handles(routes.printProgramme)
  @Header("cache-control", "no-store")
  async print(
    @Param("slug") slug: string,
    @CheckedQuery(routes.printProgramme) query: QueryOf<typeof routes.printProgramme>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const pdf = await this.publishing.print(slug, query, actor);
    const name = [slug, "programme", query.day, query.locale].filter((part) => part !== undefined).join("-");
    void reply.headers(asPdf(`${name}.pdf`));
    return pdf;
  }

  @Handles(routes.programmeCalendar)
  @Header("content-type", "text/calendar; charset=utf-8")
  @Header("cache-control", "no-cache")
  calendar(
    @Param("slug") slug: string,
    @CheckedQuery(routes.programmeCalendar) { locale }: QueryOf<typeof routes.programmeCalendar>,
    @MaybeCaller() caller: Principal | undefined,
  ): Promise<string> {
    return this.publishing.calendar(slug, locale, caller);
  }

  @Handles(routes.getProgrammeItem)
  get(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<ProgrammeItem> {
    return this.programme.get(slug, id, actor);
  }

  @Handles(routes.changeProgrammeItem)
  change(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.changeProgrammeItem) body: BodyOf<typeof routes.changeProgrammeItem>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<ProgrammeItem> {
    return this.programme.change(slug, id, body, actor, ifMatch);
  }

  @Handles(routes.copyProgrammeItem)
  copy(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.copyProgrammeItem) { day }: BodyOf<typeof routes.copyProgrammeItem>,
    @Acting() actor: Actor,
  ): Promise<ProgrammeItem> {
    return this.programme.copy(slug, id, day, actor);
  }

  @Handles(routes.removeProgrammeItem)
  remove(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.programme.remove(slug, id, actor);
  }
}
