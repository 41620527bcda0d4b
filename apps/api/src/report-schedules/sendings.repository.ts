import {
  documentLocale,
  instant,
  letterFault,
  letterState,
  type LetterState,
  type ReportLetter,
  type ReportSending,
  scheduledReport,
  type SendingFault,
  sendingFault,
  sendingState,
  uuid,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { type SendingFigures, sendingFigures } from "./sending-figures.ts";

/** Sendings are listed by when they were made, the latest first. */
export const sendingOrder = z.object({ createdAt: instant, id: uuid });
export type SendingOrder = z.infer<typeof sendingOrder>;

export interface StoredSending {
  scheduleId: string;
  /** Whether endpoints of other services are told. */
  webhooks: boolean;
  createdAt: string;
  sending: ReportSending;
  figures: SendingFigures | null;
}

export interface NewSending {
  id: string;
  scheduleId: string;
  day: string;
  dueAt: Date;
  askedBy: string | null;
  webhooks: boolean;
}

export type NewLetter = Pick<ReportLetter, "id" | "to" | "via"> & { deliveryId?: string };

export interface MadeFile {
  report: z.infer<typeof scheduledReport>;
  locale: z.infer<typeof documentLocale>;
  fileName: string;
  content: Uint8Array<ArrayBuffer>;
}

const complete = {
  files: { select: { report: true, locale: true, fileName: true, bytes: true }, orderBy: { place: "asc" } },
  letters: {
    orderBy: [{ via: "asc" }, { to: "asc" }],
    include: {
      delivery: {
        select: { state: true, attempts: { select: { at: true, status: true, answer: true }, orderBy: { at: "asc" } } },
      },
    },
  },
} as const satisfies Prisma.ReportSendingInclude;
type Row = Prisma.ReportSendingGetPayload<{ include: typeof complete }>;

@Injectable()
export class SendingsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Whether there was none yet: of what is due, there is one for a schedule's day. */
  async create({ day, ...made }: NewSending): Promise<boolean> {
    const data = { ...made, day: new Date(day) };
    const { count } = await this.transactions.client.reportSending.createMany({ data, skipDuplicates: true });
    return count === 1;
  }

  async addLetters(sendingId: string, letters: readonly NewLetter[]): Promise<void> {
    await this.transactions.client.reportLetter.createMany({
      data: letters.map((letter) => ({ ...letter, sendingId })),
    });
  }

  async find(id: string): Promise<StoredSending | undefined> {
    const row = await this.transactions.client.reportSending.findUnique({ where: { id }, include: complete });
    return row === null ? undefined : toStored(row);
  }

  async list(scheduleId: string, { after, limit }: PageRequest<SendingOrder>): Promise<StoredSending[]> {
    const rows = await this.transactions.client.reportSending.findMany({
      where: {
        scheduleId,
        ...(after !== undefined && {
          OR: [{ createdAt: { lt: after.createdAt } }, { createdAt: after.createdAt, id: { lt: after.id } }],
        }),
      },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: limit,
      include: complete,
    });
    return rows.map(toStored);
  }

  /** Ids of those whose reports are still to be made, the earliest first. */
  async making(most: number): Promise<string[]> {
    const rows = await this.transactions.client.reportSending.findMany({
      where: { state: "making" },
      select: { id: true },
      orderBy: { createdAt: "asc" },
      take: most,
    });
    return rows.map(({ id }) => id);
  }

  /** Whether what was due of a day has been seen to. */
  async isPlanned(scheduleId: string, day: string): Promise<boolean> {
    const where = { scheduleId, day: new Date(day), askedBy: null };
    return (await this.transactions.client.reportSending.findFirst({ where, select: { id: true } })) !== null;
  }

  /** Whether something of a schedule that somebody asked for is still to be made. */
  async isAsked(scheduleId: string): Promise<boolean> {
    const where = { scheduleId, state: "making", askedBy: { not: null } };
    return (await this.transactions.client.reportSending.findFirst({ where, select: { id: true } })) !== null;
  }

  /** Keeps what was made. False where another was quicker: its files stand, and are what letters bring. */
  async keep(id: string, figures: SendingFigures, files: readonly MadeFile[]): Promise<boolean> {
    const { count } = await this.transactions.client.reportSending.updateMany({
      where: { id, state: "making" },
      data: { state: "made", fault: null, figures },
    });
    if (count === 0) return false;
    await this.transactions.client.reportFile.createMany({
      data: files.map((file, place) => ({ ...file, place, sendingId: id, bytes: file.content.length })),
    });
    return true;
  }

  /** Says why it could not be made so far; for good, its letters are given up. */
  async fail(id: string, fault: SendingFault, isLast: boolean): Promise<void> {
    const { count } = await this.transactions.client.reportSending.updateMany({
      where: { id, state: "making" },
      data: { fault, ...(isLast && { state: "failed" }) },
    });
    if (count === 0 || !isLast) return;
    await this.transactions.client.reportLetter.updateMany({
      where: { sendingId: id, state: "waiting" },
      data: { state: "given_up" },
    });
  }

  async files(id: string): Promise<{ fileName: string; content: Uint8Array }[]> {
    return this.transactions.client.reportFile.findMany({
      where: { sendingId: id },
      select: { fileName: true, content: true },
      orderBy: { place: "asc" },
    });
  }

  async hasOlderThan(moment: Date): Promise<boolean> {
    const where = { createdAt: { lt: moment } };
    return (await this.transactions.client.reportSending.findFirst({ where, select: { id: true } })) !== null;
  }

  async removeOlderThan(moment: Date): Promise<void> {
    await this.transactions.client.reportSending.deleteMany({ where: { createdAt: { lt: moment } } });
  }
}

function toStored({ scheduleId, webhooks, figures, createdAt, ...row }: Row): StoredSending {
  const { id, day, dueAt, askedBy, state, fault, files, letters } = row;
  const sending: ReportSending = {
    id,
    day: day.toISOString().slice(0, 10),
    dueAt: dueAt.toISOString(),
    askedBy,
    state: sendingState.parse(state),
    fault: fault === null ? null : sendingFault.parse(fault),
    files: files.map(({ report, locale, ...file }) => ({
      ...file,
      report: scheduledReport.parse(report),
      locale: documentLocale.parse(locale),
    })),
    letters: letters.map(toLetter),
  };
  return {
    scheduleId,
    webhooks,
    createdAt: createdAt.toISOString(),
    sending,
    figures: figures === null ? null : sendingFigures.parse(figures),
  };
}

const deliveryStates: Record<string, LetterState> = { waiting: "waiting", delivered: "sent", given_up: "given_up" };

/** What became of a message to an endpoint stands with the message. */
function toLetter({ id, to, via, delivery, ...row }: Row["letters"][number]): ReportLetter {
  const last = delivery?.attempts.at(-1);
  const own = {
    state: letterState.parse(row.state),
    tries: row.tries,
    triedAt: row.triedAt?.toISOString() ?? null,
    fault: row.fault === null ? null : letterFault.parse(row.fault),
    answer: row.answer,
  };
  if (delivery === null) return { id, to, via: via === "webhook" ? "webhook" : "email", ...own };
  const state = deliveryStates[delivery.state] ?? "waiting";
  return {
    id,
    to,
    via: "webhook",
    state,
    tries: delivery.attempts.length,
    triedAt: last?.at.toISOString() ?? null,
    fault: last === undefined || state === "sent" ? null : "webhook_failed",
    answer: last?.answer ?? "",
  };
}
