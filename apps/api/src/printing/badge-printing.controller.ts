import { type QueryOf, routes } from "@abwab/contract";
import { Controller, Header, Param, Res } from "@nestjs/common";
import type { FastifyReply } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedQuery, Handles } from "../platform/handles.ts";
import { asPdf } from "./as-pdf.ts";
import { BadgePrintingService } from "./badge-printing.service.ts";

@Controller()
export class BadgePrintingController {
  constructor(private readonly printing: BadgePrintingService) {}

  @Handles(routes.printAccreditation)
  @Header("cache-control", "no-store")
  async badge(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedQuery(routes.printAccreditation) query: QueryOf<typeof routes.printAccreditation>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { pdf, fileName } = await this.printing.badge(slug, id, query, actor);
    void reply.headers(asPdf(fileName));
    return pdf;
  }
}
