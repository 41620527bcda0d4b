import { Injectable } from "@nestjs/common";
import { baseCategories, type DeviceConfiguration } from "@abwab/contract";
import { createHash } from "node:crypto";
import { CheckpointsRepository } from "../editions/checkpoints.repository.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { EditionsService } from "../editions/editions.service.ts";
import { ZonesRepository } from "../editions/zones.repository.ts";
import { OperatorsRepository } from "../operators/operators.repository.ts";
import type { Principal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { standingBroadcasts } from "../steering/standing-broadcasts.ts";
import { DevicesService } from "./devices.service.ts";

/** All that a kiosk needs to work with no network, with a tag that changes when any of it does. */
@Injectable()
export class DeviceConfigurationService {
  constructor(
    private readonly devices: DevicesService,
    private readonly editions: EditionsService,
    private readonly zones: ZonesRepository,
    private readonly checkpoints: CheckpointsRepository,
    private readonly operators: OperatorsRepository,
    private readonly directory: EditionDirectory,
  ) {}

  async read(caller: Principal): Promise<{ configuration: DeviceConfiguration; etag: string }> {
    const { editionId, device } = await this.devices.find(caller.id, caller);
    const [edition, zone, checkpoint, operators, told] = await Promise.all([
      this.editions.byId(editionId),
      this.zones.get(editionId, device.zone),
      this.checkpoints.get(editionId, device.checkpoint),
      this.operators.active(editionId),
      this.toldOf(editionId, device.zone),
    ]);
    if (zone === undefined || checkpoint === undefined) {
      throw new ProblemError("not_found", "The device's checkpoint is no longer there.");
    }
    const configuration: DeviceConfiguration = {
      edition,
      zone: zone.zone,
      checkpoint: checkpoint.checkpoint,
      device: { id: device.id, name: device.name },
      policy: zone.zone.policy,
      categories: [...new Set([...baseCategories, ...edition.categories])],
      ...told,
      operators,
      originSample: edition.originSample,
    };
    const digest = createHash("sha256").update(JSON.stringify(configuration)).digest("base64url");
    return { configuration, etag: `"${digest}"` };
  }

  /** The keys that passes are verified with, the revoked passes that have not run out, and the messages that stand. */
  private async toldOf(
    editionId: number,
    zone: string,
  ): Promise<Pick<DeviceConfiguration, "publicKeys" | "revocations" | "broadcasts">> {
    const edition = await this.directory.latest(editionId);
    if (edition === undefined) throw new ProblemError("not_found", "The edition is no longer there.");
    const now = Date.now();
    const publicKeys = [...edition.passKeys].filter(([, { revoked }]) => !revoked);
    const revocations = [...edition.revokedPasses].filter(([, until]) => until > now);
    return {
      publicKeys: publicKeys.map(([keyId, { publicKey }]) => ({ keyId, publicKey })),
      revocations: revocations.map(([code]) => code),
      broadcasts: standingBroadcasts(edition, zone, now),
    };
  }
}
