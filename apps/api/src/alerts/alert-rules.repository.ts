import { type AlertRule, alertKind, alertSeverity, instant, type NewAlertRule, uuid } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { withoutUndefined } from "../platform/without-undefined.ts";

/** Rules are listed by when they were made, the earliest first. */
export const alertRuleOrder = z.object({ createdAt: instant, id: uuid });
export type AlertRuleOrder = z.infer<typeof alertRuleOrder>;
export type StoredAlertRule = AlertRule & { createdAt: Date };
export type AlertRuleChange = { [Name in keyof Omit<NewAlertRule, "kind">]?: NewAlertRule[Name] | undefined };

@Injectable()
export class AlertRulesRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(editionId: number, { after, limit }: PageRequest<AlertRuleOrder>): Promise<StoredAlertRule[]> {
    const rows = await this.transactions.client.alertRule.findMany({
      where: {
        editionId,
        ...(after !== undefined && {
          OR: [{ createdAt: { gt: after.createdAt } }, { createdAt: after.createdAt, id: { gt: after.id } }],
        }),
      },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: limit,
    });
    return rows.map(toRule);
  }

  /** Those that are switched on. */
  async active(editionId: number): Promise<AlertRule[]> {
    const rows = await this.transactions.client.alertRule.findMany({ where: { editionId, active: true } });
    return rows.map(toRule);
  }

  /** Nobody else changes it before the transaction ends. */
  async hold(id: string): Promise<void> {
    await this.transactions.client.$executeRaw`select from alert_rule where id = ${id}::uuid for update`;
  }

  async find(editionId: number, id: string): Promise<AlertRule | undefined> {
    const row = await this.transactions.client.alertRule.findFirst({ where: { editionId, id } });
    return row === null ? undefined : toAlertRule(toRule(row));
  }

  async create(editionId: number, id: string, given: NewAlertRule): Promise<AlertRule> {
    const row = await this.transactions.client.alertRule.create({ data: { ...given, editionId, id } });
    return toAlertRule(toRule(row));
  }

  async update(id: string, change: AlertRuleChange): Promise<AlertRule> {
    const row = await this.transactions.client.alertRule.update({ where: { id }, data: withoutUndefined(change) });
    return toAlertRule(toRule(row));
  }

  async remove(id: string): Promise<void> {
    await this.transactions.client.alertRule.delete({ where: { id } });
  }
}

export function toAlertRule(stored: StoredAlertRule): AlertRule {
  const { createdAt: _, ...rule } = stored;
  return rule;
}

function toRule(row: Prisma.AlertRuleModel): StoredAlertRule {
  const { id, zone, threshold, windowMinutes, quietMinutes, audience, webhooks, active, createdAt } = row;
  return {
    id,
    kind: alertKind.parse(row.kind),
    zone,
    threshold,
    windowMinutes,
    quietMinutes,
    severity: alertSeverity.parse(row.severity),
    audience,
    webhooks,
    active,
    createdAt,
  };
}
