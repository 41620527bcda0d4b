import { type QueryOf, routes } from "@abwab/contract";
import { Controller, Header, Param, Res } from "@nestjs/common";
import type { FastifyReply } from "fastify";
import { Acting, type Actor } from "../platform/actor.ts";
import { CheckedQuery, Handles } from "../platform/handles.ts";
import { type PrintedReport, ReportsService } from "./reports.service.ts";

@Controller()
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Handles(routes.dayReport)
  @Header("cache-control", "no-store")
  async day(
    @Param("slug") slug: string,
    @Param("date") date: string,
    @CheckedQuery(routes.dayReport) query: QueryOf<typeof routes.dayReport>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return answer(await this.reports.print(slug, { kind: "day", date }, query, actor), reply);
  }

  @Handles(routes.editionReport)
  @Header("cache-control", "no-store")
  async edition(
    @Param("slug") slug: string,
    @CheckedQuery(routes.editionReport) query: QueryOf<typeof routes.editionReport>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return answer(await this.reports.print(slug, { kind: "edition" }, query, actor), reply);
  }

  @Handles(routes.zoneReport)
  @Header("cache-control", "no-store")
  async zone(
    @Param("slug") slug: string,
    @Param("code") code: string,
    @CheckedQuery(routes.zoneReport) { day, ...query }: QueryOf<typeof routes.zoneReport>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    return answer(await this.reports.print(slug, { kind: "zone", zone: code, day }, query, actor), reply);
  }

  @Handles(routes.auditReport)
  @Header("cache-control", "no-store")
  async audit(
    @Param("slug") slug: string,
    @CheckedQuery(routes.auditReport) { excluded, ...query }: QueryOf<typeof routes.auditReport>,
    @Acting() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const wanted = { kind: "audit", excluded: excluded?.split(",").filter((category) => category !== "") } as const;
    return answer(await this.reports.print(slug, wanted, query, actor), reply);
  }
}

function answer({ pdf, fileName }: PrintedReport, reply: FastifyReply): Buffer {
  void reply.headers({
    "content-type": "application/pdf",
    "content-disposition": `inline; filename="${fileName}"`,
  });
  return pdf;
}
