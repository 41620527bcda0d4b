import { type QueryOf, routes } from "@abwab/contract";
import { Controller, Header, Param, Res } from "@nestjs/common";
import type { FastifyReply } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedQuery, Handles } from "../platform/handles.ts";
import { asPdf, partLinks } from "./as-pdf.ts";
import { PrintingService } from "./printing.service.ts";

@Controller()
export class PrintingController {
  constructor(private readonly printing: PrintingService) {}

  @Handles(routes.printPass)
  @Header("cache-control", "no-store")
  async pass(
    @Param("slug") slug: string,
    @Param("code") code: string,
    @CheckedQuery(routes.printPass) query: QueryOf<typeof routes.printPass>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { pdf, fileName } = await this.printing.pass(slug, code, query, actor);
    void reply.headers(asPdf(fileName));
    return pdf;
  }

  /** `Link` (RFC 8288) leads from part to part. */
  @Handles(routes.printPassBatch)
  @Header("cache-control", "no-store")
  async batch(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedQuery(routes.printPassBatch) query: QueryOf<typeof routes.printPassBatch>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { pdf, fileName, parts } = await this.printing.batch(slug, id, query, actor);
    void reply.headers({ ...asPdf(fileName), link: partLinks(query.part, parts, { locale: query.locale }) });
    return pdf;
  }
}
