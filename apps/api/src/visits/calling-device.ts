import { Injectable } from "@nestjs/common";
import type { DeviceConfiguration, EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import type { Principal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";

/** The device that asks, with its edition. */
@Injectable()
export class CallingDevice {
  constructor(private readonly directory: EditionDirectory) {}

  /** Throws `not_found`. */
  async find(caller: Principal): Promise<{ edition: EditionConfiguration; device: DeviceConfiguration }> {
    const edition = caller.kind === "device" ? await this.directory.byId(caller.editionId) : undefined;
    const device = edition?.devices.get(caller.id);
    if (edition === undefined || device === undefined) throw new ProblemError("not_found", "There is no such device.");
    return { edition, device };
  }
}
