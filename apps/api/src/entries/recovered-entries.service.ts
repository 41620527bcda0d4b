import type { EntriesResponse } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { AuditService } from "../audit/audit.service.ts";
import { DevicesService } from "../devices/devices.service.ts";
import type { Actor } from "../platform/actor.ts";
import { EntriesService } from "./entries.service.ts";

/**
 * What waited on a device that is lost, brought in by a person from the file it wrote. It is the device's own, revoked
 * or not: whatever of it still comes from the device itself is a duplicate (E2).
 */
@Injectable()
export class RecoveredEntriesService {
  constructor(
    private readonly devices: DevicesService,
    private readonly entries: EntriesService,
    private readonly audit: AuditService,
  ) {}

  /** Throws `not_found`, `forbidden`, `overloaded`, `unavailable`. */
  async record(deviceId: string, items: readonly unknown[], actor: Actor): Promise<EntriesResponse> {
    const { editionId, device } = await this.devices.find(deviceId, actor);
    const response = await this.entries.recordRecovered({ kind: "device", id: device.id, editionId }, items);
    const count = (status: string): number => response.results.filter((result) => result.status === status).length;
    await this.audit.record({
      actor,
      action: "device.recover",
      subject: `device ${device.id}`,
      after: { recorded: count("recorded"), duplicate: count("duplicate"), refused: count("refused") },
    });
    return response;
  }
}
