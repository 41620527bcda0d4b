import { type QueryOf, routes } from "@abwab/contract";
import { Controller, Header, Param, Res } from "@nestjs/common";
import type { FastifyReply } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedQuery, Handles } from "../platform/handles.ts";
import { asPdf, partLinks } from "./as-pdf.ts";
import { VisitsPrintingService } from "./visits-printing.service.ts";

@Controller()
export class VisitsPrintingController {
  constructor(private readonly printing: VisitsPrintingService) {}

  @Handles(routes.printVisit)
  @Header("cache-control", "no-store")
  async visit(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedQuery(routes.printVisit) query: QueryOf<typeof routes.printVisit>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { pdf, fileName } = await this.printing.visit(slug, id, query, actor);
    void reply.headers(asPdf(fileName));
    return pdf;
  }

  @Handles(routes.printConfirmations)
  @Header("cache-control", "no-store")
  async confirmations(
    @Param("slug") slug: string,
    @CheckedQuery(routes.printConfirmations) query: QueryOf<typeof routes.printConfirmations>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { pdf, fileName, parts } = await this.printing.confirmations(slug, query, actor);
    const { part, ...rest } = query;
    void reply.headers({ ...asPdf(fileName), link: partLinks(part, parts, rest) });
    return pdf;
  }

  @Handles(routes.printDayList)
  @Header("cache-control", "no-store")
  async dayList(
    @Param("slug") slug: string,
    @CheckedQuery(routes.printDayList) query: QueryOf<typeof routes.printDayList>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { pdf, fileName } = await this.printing.dayList(slug, query, actor);
    void reply.headers(asPdf(fileName));
    return pdf;
  }
}
