import { type MadeReport, type Page, type QueryOf, routes } from "@abwab/contract";
import { Controller, Header, Param, Res } from "@nestjs/common";
import type { FastifyReply } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedQuery, Handles } from "../platform/handles.ts";
import { ReportHistoryService } from "./report-history.service.ts";

@Controller()
export class ReportHistoryController {
  constructor(private readonly history: ReportHistoryService) {}

  @Handles(routes.listMadeReports)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listMadeReports) query: QueryOf<typeof routes.listMadeReports>,
    @Acting() actor: Actor,
  ): Promise<Page<MadeReport>> {
    return this.history.list(slug, query, actor);
  }

  @Handles(routes.makeReportAgain)
  @Header("cache-control", "no-store")
  async again(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { pdf, fileName, isSame } = await this.history.again(slug, id, actor);
    void reply.headers({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${fileName}"`,
      "report-again": isSame ? "same" : "anew",
    });
    return pdf;
  }
}
