import { Injectable } from "@nestjs/common";
import type { NewCheckpoint, NewZone } from "@abwab/contract";
import { ProblemError } from "../platform/problem-error.ts";
import { CheckpointsRepository } from "./checkpoints.repository.ts";
import { ZonesRepository } from "./zones.repository.ts";

/** Zones and checkpoints in bulk: two statements however many there are. */
@Injectable()
export class EditionParts {
  constructor(
    private readonly zones: ZonesRepository,
    private readonly checkpoints: CheckpointsRepository,
  ) {}

  /** Into an edition that has none yet. Throws `not_found` for a checkpoint of a zone that isn't among them. */
  async install(editionId: number, zones: readonly NewZone[], checkpoints: readonly NewCheckpoint[]): Promise<void> {
    if (zones.length === 0 && checkpoints.length === 0) return;
    const zoneIds = await this.zones.createMany(editionId, zones);
    const placed = checkpoints.map((checkpoint) => {
      const zoneId = zoneIds.get(checkpoint.zone);
      if (zoneId === undefined) throw new ProblemError("not_found", `There is no zone ${checkpoint.zone}.`);
      return { ...checkpoint, zoneId };
    });
    await this.checkpoints.createMany(editionId, placed);
  }
}
