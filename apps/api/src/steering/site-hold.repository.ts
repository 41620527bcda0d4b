import { type SiteHold, siteHold } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";

/** A zone's state and message. */
export type HeldState = SiteHold["zones"][number]["before"];

export interface ZoneState extends HeldState {
  code: string;
  kind: string;
}

/** The holds of editions; at most one of an edition stands. */
@Injectable()
export class SiteHoldRepository {
  constructor(private readonly transactions: Transactions) {}

  async standing(editionId: number): Promise<SiteHold | undefined> {
    const row = await this.transactions.client.siteHold.findFirst({ where: { editionId, liftedAt: null } });
    return row === null ? undefined : toSiteHold(row);
  }

  async create(editionId: number, { id, kinds, heldAt, ...hold }: SiteHold): Promise<void> {
    await this.transactions.client.siteHold.create({
      data: { ...hold, id, editionId, kinds: kinds ?? [], heldAt: new Date(heldAt) },
    });
  }

  async widen({ id, kinds, zones }: SiteHold): Promise<void> {
    await this.transactions.client.siteHold.update({ where: { id }, data: { kinds: kinds ?? [], zones } });
  }

  async lift(id: string, liftedBy: string): Promise<void> {
    await this.transactions.client.siteHold.update({ where: { id }, data: { liftedAt: new Date(), liftedBy } });
  }

  async zones(editionId: number): Promise<ZoneState[]> {
    return this.transactions.client.zone.findMany({
      where: { editionId },
      select: { code: true, kind: true, status: true, message: true },
      orderBy: { id: "asc" },
    });
  }

  /** Puts a zone into another state where it is still in the one named; whether it was. */
  async change(editionId: number, code: string, from: HeldState, to: HeldState): Promise<boolean> {
    const where = { editionId, code, status: from.status, message: from.message };
    const { count } = await this.transactions.client.zone.updateMany({ where, data: to });
    return count > 0;
  }
}

function toSiteHold({ kinds, heldAt, ...row }: Prisma.SiteHoldModel): SiteHold {
  return siteHold.parse({ ...row, kinds: kinds.length === 0 ? null : kinds, heldAt: heldAt.toISOString() });
}
