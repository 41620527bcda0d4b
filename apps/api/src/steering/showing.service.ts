import type { DeviceShowing, ZoneAcknowledgement, ZoneNotice } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { EditionAccess } from "../editions/edition-access.ts";
import type { Actor } from "../platform/actor.ts";
import type { Principal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { BroadcastReceiptsRepository } from "./broadcast-receipts.repository.ts";
import { ShowingRepository } from "./showing.repository.ts";

/** Who has been told what: kept by what each device says it shows, however it came to know. */
@Injectable()
export class ShowingService {
  constructor(
    private readonly showing: ShowingRepository,
    private readonly receipts: BroadcastReceiptsRepository,
    private readonly access: EditionAccess,
  ) {}

  async report(report: DeviceShowing, caller: Principal): Promise<void> {
    if (caller.kind !== "device") throw new ProblemError("forbidden", "This is for devices.");
    await this.showing.report(caller.id, report);
    await this.receipts.report(caller.id, caller.editionId, report.broadcasts);
  }

  /** On the socket. */
  async acknowledge(deviceId: string, notice: ZoneNotice): Promise<void> {
    await this.showing.acknowledge(deviceId, notice);
  }

  async acknowledgements(slug: string, actor: Actor): Promise<ZoneAcknowledgement[]> {
    const { edition, zones } = await this.access.findPart(slug, actor);
    const all = await this.showing.acknowledgements(edition.id);
    return all.filter(({ zone }) => zones?.has(zone) ?? true);
  }
}
