import {
  type Alert,
  alertChange,
  type AlertChange,
  alertEnding,
  type AlertEnding,
  alertSeverity,
  alertState,
  type AlertState,
  alertSubject,
  type AlertSubject,
  alertTopic,
  instant,
  type Role,
  uuid,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";

/** Alerts are listed by when they opened, the latest first. */
export const alertOrder = z.object({ openedAt: instant, id: uuid });
export type AlertOrder = z.infer<typeof alertOrder>;

/** An alert as it is kept: the wire's without the edition's slug, and what only the service needs. */
export interface StoredAlert extends Omit<Alert, "edition" | "subject"> {
  subject: AlertSubject;
  key: string;
  /** Whether it goes to webhooks. */
  webhooks: boolean;
  change: AlertChange;
  version: number;
}

export type NewStoredAlert = Pick<
  StoredAlert,
  "key" | "rule" | "topic" | "severity" | "audience" | "webhooks" | "subject" | "measured" | "threshold"
>;

export interface AlertStep {
  state?: AlertState;
  change: AlertChange;
  acknowledged?: { at: Date; by: string } | null;
  resolved?: { at: Date; by: string | null; ending: AlertEnding } | null;
  /** It came back. */
  returns?: true;
}

const unresolved = { state: { not: "resolved" } };
const withNotes = { notes: { orderBy: { at: "asc" } } } as const satisfies Prisma.AlertInclude;
type Row = Prisma.AlertGetPayload<{ include: typeof withNotes }>;

@Injectable()
export class AlertsRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(
    editionId: number,
    sees: readonly Role[],
    states: readonly AlertState[],
    { after, limit }: PageRequest<AlertOrder>,
  ): Promise<StoredAlert[]> {
    const rows = await this.transactions.client.alert.findMany({
      where: {
        editionId,
        audience: { in: [...sees] },
        state: { in: [...states] },
        ...(after !== undefined && {
          OR: [{ openedAt: { lt: after.openedAt } }, { openedAt: after.openedAt, id: { lt: after.id } }],
        }),
      },
      orderBy: [{ openedAt: "desc" }, { id: "desc" }],
      take: limit,
      include: withNotes,
    });
    return rows.map(toStored);
  }

  async find(editionId: number, id: string): Promise<StoredAlert | undefined> {
    const row = await this.transactions.client.alert.findFirst({ where: { editionId, id }, include: withNotes });
    return row === null ? undefined : toStored(row);
  }

  /** What changed after a version of the edition's feed, in the order in which it did. */
  async changedSince(editionId: number, version: number): Promise<StoredAlert[]> {
    const rows = await this.transactions.client.alert.findMany({
      where: { editionId, version: { gt: version } },
      orderBy: [{ version: "asc" }, { id: "asc" }],
      include: withNotes,
    });
    return rows.map(toStored);
  }

  /** Those that are not resolved, and the latest of each key that was resolved after a moment. */
  async current(editionId: number, resolvedAfter: Date): Promise<StoredAlert[]> {
    const rows = await this.transactions.client.alert.findMany({
      where: { editionId, ruleId: { not: null }, OR: [unresolved, { resolvedAt: { gt: resolvedAfter } }] },
      orderBy: [{ openedAt: "desc" }, { id: "desc" }],
      include: withNotes,
    });
    const latest = new Map<string, StoredAlert>();
    for (const row of rows.map(toStored)) {
      const known = latest.get(row.key);
      if (known === undefined || (known.state === "resolved" && row.state !== "resolved")) latest.set(row.key, row);
    }
    return [...latest.values()];
  }

  /** Unresolved ones of a rule. */
  async ofRule(ruleId: string): Promise<StoredAlert[]> {
    const rows = await this.transactions.client.alert.findMany({
      where: { ruleId, ...unresolved },
      include: withNotes,
    });
    return rows.map(toStored);
  }

  /** The unresolved one of a key. */
  async ofKey(editionId: number, key: string): Promise<StoredAlert | undefined> {
    const row = await this.transactions.client.alert.findFirst({
      where: { editionId, key, ...unresolved },
      include: withNotes,
    });
    return row === null ? undefined : toStored(row);
  }

  /** undefined where one with this key is unresolved already, found by another server. */
  async open(editionId: number, version: bigint, at: Date, given: NewStoredAlert): Promise<StoredAlert | undefined> {
    const { rule, ...rest } = given;
    const id = uuidv7();
    const { count } = await this.transactions.client.alert.createMany({
      data: [{ ...rest, id, editionId, ruleId: rule, openedAt: at, version }],
      skipDuplicates: true,
    });
    return count === 1 ? this.find(editionId, id) : undefined;
  }

  async step(id: string, version: bigint, step: AlertStep): Promise<StoredAlert> {
    const { state, change, acknowledged, resolved, returns } = step;
    const row = await this.transactions.client.alert.update({
      where: { id },
      data: {
        version,
        change,
        ...(state !== undefined && { state }),
        ...(acknowledged !== undefined && {
          acknowledgedAt: acknowledged?.at ?? null,
          acknowledgedBy: acknowledged?.by ?? null,
        }),
        ...(resolved !== undefined && {
          resolvedAt: resolved?.at ?? null,
          resolvedBy: resolved?.by ?? null,
          ending: resolved?.ending ?? null,
        }),
        ...(returns && { returns: { increment: 1 } }),
      },
      include: withNotes,
    });
    return toStored(row);
  }

  async addNote(alertId: string, at: Date, by: string, text: string): Promise<void> {
    await this.transactions.client.alertNote.create({ data: { id: uuidv7(), alertId, at, by, text } });
  }

  /** How many are unresolved, by edition and severity. */
  async unresolvedCounts(): Promise<{ edition: string; severity: string; count: number }[]> {
    return this.transactions.client.$queryRaw`
      select edition.slug as edition, severity, count(*)::int as count
      from alert join edition on edition.id = alert.edition_id
      where alert.state <> 'resolved' group by 1, 2`;
  }
}

function toStored(row: Row): StoredAlert {
  const { id, key, ruleId, audience, webhooks, measured, threshold, returns, notes } = row;
  return {
    id,
    key,
    rule: ruleId,
    topic: alertTopic.parse(row.topic),
    severity: alertSeverity.parse(row.severity),
    audience,
    webhooks,
    subject: alertSubject.parse(row.subject),
    measured,
    threshold,
    state: alertState.parse(row.state),
    openedAt: row.openedAt.toISOString(),
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    acknowledgedBy: row.acknowledgedBy,
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedBy: row.resolvedBy,
    ending: row.ending === null ? null : alertEnding.parse(row.ending),
    returns,
    notes: notes.map(({ at, by, text }) => ({ at: at.toISOString(), by, text })),
    change: alertChange.parse(row.change),
    version: Number(row.version),
  };
}
