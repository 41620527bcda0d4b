import type { DeviceOperator, Operator } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { orAlreadyExists } from "../platform/unique-violation.ts";
import { withoutUndefined } from "../platform/without-undefined.ts";

export interface OperatorFields {
  name: string;
  pinHash: string | null;
  badge: string | null;
  active: boolean;
}

type OperatorChange = { [Name in keyof OperatorFields]?: OperatorFields[Name] | undefined };

/** The gate staff of an edition in the order of their codes. */
@Injectable()
export class OperatorsRepository {
  constructor(private readonly transactions: Transactions) {}

  async list(editionId: number, { after, limit }: PageRequest<string>): Promise<Operator[]> {
    const rows = await this.transactions.client.operator.findMany({
      where: { editionId, ...(after !== undefined && { code: { gt: after } }) },
      orderBy: { code: "asc" },
      take: limit,
    });
    return rows.map(toOperator);
  }

  async get(editionId: number, code: string): Promise<Operator | undefined> {
    const row = await this.transactions.client.operator.findUnique({
      where: { editionId_code: { editionId, code } },
    });
    return row === null ? undefined : toOperator(row);
  }

  /** Code of who wears the badge. */
  async ofBadge(editionId: number, badge: string): Promise<string | undefined> {
    const row = await this.transactions.client.operator.findFirst({ where: { editionId, badge } });
    return row?.code;
  }

  /** Those who may sign on, as kiosks know them. */
  async active(editionId: number): Promise<DeviceOperator[]> {
    return this.transactions.client.operator.findMany({
      where: { editionId, active: true },
      select: { code: true, pinHash: true, badge: true },
      orderBy: { code: "asc" },
    });
  }

  /** Throws `already_exists`. */
  async create(editionId: number, code: string, fields: OperatorFields): Promise<Operator> {
    return toOperator(
      await orAlreadyExists(
        this.transactions.client.operator.create({ data: { editionId, code, ...fields } }),
        `There is an operator ${code} already.`,
      ),
    );
  }

  async update(editionId: number, code: string, fields: OperatorChange): Promise<Operator> {
    const where = { editionId_code: { editionId, code } };
    return toOperator(await this.transactions.client.operator.update({ where, data: withoutUndefined(fields) }));
  }

  async remove(editionId: number, code: string): Promise<void> {
    await this.transactions.client.operator.delete({ where: { editionId_code: { editionId, code } } });
  }
}

function toOperator({ code, name, pinHash, badge, active }: Prisma.OperatorModel): Operator {
  return { code, name, hasPin: pinHash !== null, badge, active };
}
