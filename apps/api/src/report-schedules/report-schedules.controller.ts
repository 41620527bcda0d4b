import {
  type BodyOf,
  type ListedReportSchedule,
  type Page,
  type QueryOf,
  type ReportSchedule,
  type ReportSending,
  routes,
} from "@abwab/contract";
import { Controller, Param } from "@nestjs/common";
import { Acting, type Actor } from "../platform/actor.ts";
import { IfMatch } from "../platform/entity-tag.ts";
import { CheckedBody, CheckedQuery, Handles } from "../platform/handles.ts";
import { ReportSchedulesService } from "./report-schedules.service.ts";
import { SendingsService } from "./sendings.service.ts";

@Controller()
export class ReportSchedulesController {
  constructor(
    private readonly schedules: ReportSchedulesService,
    private readonly sendings: SendingsService,
  ) {}

  @Handles(routes.listReportSchedules)
  list(
    @Param("slug") slug: string,
    @CheckedQuery(routes.listReportSchedules) query: QueryOf<typeof routes.listReportSchedules>,
    @Acting() actor: Actor,
  ): Promise<Page<ListedReportSchedule>> {
    return this.schedules.list(slug, query, actor);
  }

  @Handles(routes.createReportSchedule)
  create(
    @Param("slug") slug: string,
    @CheckedBody(routes.createReportSchedule) body: BodyOf<typeof routes.createReportSchedule>,
    @Acting() actor: Actor,
  ): Promise<ReportSchedule> {
    return this.schedules.create(slug, body, actor);
  }

  @Handles(routes.getReportSchedule)
  get(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<ReportSchedule> {
    return this.schedules.get(slug, id, actor);
  }

  @Handles(routes.changeReportSchedule)
  change(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.changeReportSchedule) body: BodyOf<typeof routes.changeReportSchedule>,
    @Acting() actor: Actor,
    @IfMatch() ifMatch: string | undefined,
  ): Promise<ReportSchedule> {
    return this.schedules.change(slug, id, body, actor, ifMatch);
  }

  @Handles(routes.removeReportSchedule)
  remove(@Param("slug") slug: string, @Param("id") id: string, @Acting() actor: Actor): Promise<void> {
    return this.schedules.remove(slug, id, actor);
  }

  @Handles(routes.sendReportsNow)
  sendNow(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedBody(routes.sendReportsNow) body: BodyOf<typeof routes.sendReportsNow>,
    @Acting() actor: Actor,
  ): Promise<ReportSending> {
    return this.sendings.now(slug, id, body, actor);
  }

  @Handles(routes.listReportSendings)
  log(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @CheckedQuery(routes.listReportSendings) query: QueryOf<typeof routes.listReportSendings>,
    @Acting() actor: Actor,
  ): Promise<Page<ReportSending>> {
    return this.sendings.log(slug, id, query, actor);
  }

  @Handles(routes.sendReportsAgain)
  sendAgain(
    @Param("slug") slug: string,
    @Param("id") id: string,
    @Param("sending") sending: string,
    @Acting() actor: Actor,
  ): Promise<ReportSending> {
    return this.sendings.again(slug, id, sending, actor);
  }
}
