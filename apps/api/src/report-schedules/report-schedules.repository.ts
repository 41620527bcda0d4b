import {
  documentLocale,
  instant,
  type NewReportSchedule,
  type ReportSchedule,
  type ReportSchedulePatch,
  scheduledReport,
  scheduleMoment,
  uuid,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { withoutUndefined } from "../platform/without-undefined.ts";

/** Schedules are listed by when they were made, the earliest first. */
export const scheduleOrder = z.object({ createdAt: instant, id: uuid });
export type ScheduleOrder = z.infer<typeof scheduleOrder>;

export interface StoredSchedule {
  editionId: number;
  schedule: ReportSchedule;
  /** ms since the epoch: moments up to here are none of its. */
  dueAfter: number;
}

@Injectable()
export class ReportSchedulesRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(editionId: number, { after, limit }: PageRequest<ScheduleOrder>): Promise<StoredSchedule[]> {
    const rows = await this.transactions.client.reportSchedule.findMany({
      where: {
        editionId,
        ...(after !== undefined && {
          OR: [{ createdAt: { gt: after.createdAt } }, { createdAt: after.createdAt, id: { gt: after.id } }],
        }),
      },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: limit,
    });
    return rows.map(toStored);
  }

  /** Those that are not paused, of editions that are open or over. */
  async active(): Promise<StoredSchedule[]> {
    const rows = await this.transactions.client.reportSchedule.findMany({
      where: { active: true, edition: { status: { in: ["open", "closed"] } } },
    });
    return rows.map(toStored);
  }

  async find(id: string): Promise<StoredSchedule | undefined> {
    const row = await this.transactions.client.reportSchedule.findUnique({ where: { id } });
    return row === null ? undefined : toStored(row);
  }

  /** As it is, and as it stays until the transaction ends. */
  async hold(id: string): Promise<StoredSchedule | undefined> {
    await this.transactions.client.$queryRaw`select from report_schedule where id = ${id}::uuid for update`;
    return this.find(id);
  }

  /** How many an edition has; the next of its is counted after this one (until the end of the transaction). */
  async count(editionId: number): Promise<number> {
    await this.transactions.client.$executeRaw`
      select pg_advisory_xact_lock(hashtext('report_schedule'), ${editionId}::integer)`;
    return this.transactions.client.reportSchedule.count({ where: { editionId } });
  }

  async create(
    editionId: number,
    made: NewReportSchedule & { id: string; createdBy: string; dueAfter: Date },
  ): Promise<ReportSchedule> {
    return toStored(await this.transactions.client.reportSchedule.create({ data: { ...made, editionId } })).schedule;
  }

  async update(id: string, change: ReportSchedulePatch & { dueAfter?: Date }): Promise<ReportSchedule> {
    const data = withoutUndefined(change);
    return toStored(await this.transactions.client.reportSchedule.update({ where: { id }, data })).schedule;
  }

  async remove(id: string): Promise<void> {
    await this.transactions.client.reportSchedule.delete({ where: { id } });
  }
}

function toStored({ editionId, dueAfter, createdAt, ...row }: Prisma.ReportScheduleModel): StoredSchedule {
  return {
    editionId,
    dueAfter: dueAfter.getTime(),
    schedule: {
      ...row,
      reports: row.reports.map((report) => scheduledReport.parse(report)),
      locales: row.locales.map((locale) => documentLocale.parse(locale)),
      moment: scheduleMoment.parse(row.moment),
      createdAt: createdAt.toISOString(),
    },
  };
}
