import { type PrintedReportQuery, type QueryOf, routes, type WantedReport } from "@abwab/contract";
import { Controller, Header, Param, Res } from "@nestjs/common";
import type { FastifyReply } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedQuery, Handles } from "../platform/handles.ts";
import { asPdf } from "../printing/as-pdf.ts";
import { ReportsService } from "./reports.service.ts";

@Controller()
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Handles(routes.dayReport)
  @Header("cache-control", "no-store")
  day(
    @Param("slug") slug: string,
    @Param("date") date: string,
    @CheckedQuery(routes.dayReport) query: QueryOf<typeof routes.dayReport>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return this.answer(slug, { kind: "day", date }, query, actor, reply);
  }

  @Handles(routes.editionReport)
  @Header("cache-control", "no-store")
  edition(
    @Param("slug") slug: string,
    @CheckedQuery(routes.editionReport) query: QueryOf<typeof routes.editionReport>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return this.answer(slug, { kind: "edition" }, query, actor, reply);
  }

  @Handles(routes.zoneReport)
  @Header("cache-control", "no-store")
  zone(
    @Param("slug") slug: string,
    @Param("code") code: string,
    @CheckedQuery(routes.zoneReport) { day, ...query }: QueryOf<typeof routes.zoneReport>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return this.answer(slug, { kind: "zone", zone: code, day }, query, actor, reply);
  }

  @Handles(routes.auditReport)
  @Header("cache-control", "no-store")
  audit(
    @Param("slug") slug: string,
    @CheckedQuery(routes.auditReport) { excluded, ...query }: QueryOf<typeof routes.auditReport>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const wanted = { kind: "audit", excluded: excluded?.split(",").filter((category) => category !== "") } as const;
    return this.answer(slug, wanted, query, actor, reply);
  }

  private async answer(
    slug: string,
    wanted: WantedReport,
    { format, ...query }: PrintedReportQuery,
    actor: Actor,
    reply: FastifyReply,
  ): Promise<Buffer> {
    if (format === "picture") {
      const { picture, fileName } = await this.reports.preview(slug, wanted, query, actor);
      void reply.headers({ "content-type": "image/png", "content-disposition": `inline; filename="${fileName}"` });
      return picture;
    }
    const { pdf, fileName } = await this.reports.print(slug, wanted, query, actor);
    void reply.headers(asPdf(fileName));
    return pdf;
  }
}
