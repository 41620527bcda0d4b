import {
  doorPlacement,
  type FloorPlan,
  type FloorPlanChange,
  type PlanBackground,
  planBackground,
  zonePlacement,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { z } from "zod";
import { Transactions } from "../platform/transactions.ts";

const placements = z.array(zonePlacement);
const doors = z.array(doorPlacement);

export interface StoredPicture extends PlanBackground {
  readonly content: Uint8Array;
}

export interface Drawing extends Omit<FloorPlanChange, "version"> {
  readonly sample: boolean;
}

/** Floor plans and the pictures behind them. Changes name the version they go by and say whether it still stood. */
@Injectable()
export class FloorPlansRepository {
  constructor(private readonly transactions: Transactions) {}

  async find(editionId: number): Promise<FloorPlan | undefined> {
    const row = await this.transactions.client.floorPlan.findUnique({
      where: { editionId },
      include: { background: { omit: { content: true } } },
    });
    if (row === null) return undefined;
    return {
      version: row.version,
      sample: row.sample,
      width: row.width,
      height: row.height,
      placements: placements.parse(row.placements),
      doors: doors.parse(row.doors),
      background: row.background === null ? null : planBackground.parse(row.background),
    };
  }

  /** Version 0 is the plan that is not there yet. */
  async draw(editionId: number, version: number, drawing: Drawing): Promise<boolean> {
    if (version > 0) return this.change(editionId, version, drawing);
    const { count } = await this.transactions.client.floorPlan.createMany({
      data: { editionId, version: 1, ...drawing },
      skipDuplicates: true,
    });
    return count === 1;
  }

  async setPicture(editionId: number, version: number, picture: StoredPicture): Promise<boolean> {
    if (!(await this.change(editionId, version, { sample: false }))) return false;
    const data = { ...picture, content: new Uint8Array(picture.content) };
    await this.transactions.client.floorPlanBackground.upsert({
      where: { editionId },
      create: { editionId, ...data },
      update: data,
    });
    return true;
  }

  async removePicture(editionId: number, version: number): Promise<boolean> {
    if (!(await this.change(editionId, version, { sample: false }))) return false;
    await this.transactions.client.floorPlanBackground.deleteMany({ where: { editionId } });
    return true;
  }

  async pictureDigest(editionId: number): Promise<string | undefined> {
    const row = await this.transactions.client.floorPlanBackground.findUnique({
      where: { editionId },
      select: { digest: true },
    });
    return row?.digest;
  }

  async picture(editionId: number): Promise<StoredPicture | undefined> {
    const row = await this.transactions.client.floorPlanBackground.findUnique({ where: { editionId } });
    return row === null ? undefined : { ...planBackground.parse(row), content: row.content };
  }

  /** A second writer of the same version waits here for the first, and then finds it gone. */
  private async change(editionId: number, version: number, data: Partial<Drawing>): Promise<boolean> {
    const { count } = await this.transactions.client.floorPlan.updateMany({
      where: { editionId, version },
      data: { ...data, version: version + 1 },
    });
    return count === 1;
  }
}
