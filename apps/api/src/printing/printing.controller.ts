import { type QueryOf, routes } from "@abwab/contract";
import { Controller, Header, Param, Res } from "@nestjs/common";
import type { FastifyReply } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedQuery, Handles } from "../platform/handles.ts";
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
    const linkTo = (part: number, relation: string): string =>
      `<?part=${part}&locale=${query.locale}>; rel="${relation}"`;
    const next = query.part < parts ? [linkTo(query.part + 1, "next")] : [];
    void reply.headers({ ...asPdf(fileName), link: [...next, linkTo(parts, "last")].join(", ") });
    return pdf;
  }
}

const asPdf = (fileName: string): Record<string, string> => ({
  "content-type": "application/pdf",
  "content-disposition": `inline; filename="${fileName}"`,
});
