import { type Device, MAX_DEVICES_AT_ONCE, type NewDevices, type PairingSheetRequest } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService } from "../audit/audit.service.ts";
import { Documents } from "../documents/documents.ts";
import { CheckpointsRepository } from "../editions/checkpoints.repository.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import { EditionsService } from "../editions/editions.service.ts";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { DevicesRepository } from "./devices.repository.ts";
import { newPrintedOffer } from "./pairing-offer.ts";
import { pairingSheet } from "./pairing-sheet.ts";
import { PairingRepository } from "./pairing.repository.ts";

const MOST_CHECKPOINTS = 10_000;
const HOUR_MS = 60 * 60_000;

@Injectable()
export class ManyDevicesService {
  constructor(
    private readonly devices: DevicesRepository,
    private readonly pairing: PairingRepository,
    private readonly checkpoints: CheckpointsRepository,
    private readonly editions: EditionsService,
    private readonly documents: Documents,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /**
   * Named after their checkpoints and numbered on: `G1-1`, `G1-2`. They have no codes yet. Throws `not_found` for an
   * unknown checkpoint, `invalid` for more than may be made at once, `edition_archived`.
   */
  async create(slug: string, { checkpoints, perCheckpoint }: NewDevices, actor: Actor): Promise<Device[]> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runUnlessArchived(edition.id, async () => {
      const known = await this.checkpoints.list(edition.id, { after: undefined, limit: MOST_CHECKPOINTS });
      const chosen = checkpoints === undefined ? known : pick(known, checkpoints);
      if (chosen.length * perCheckpoint > MAX_DEVICES_AT_ONCE) {
        const message = `At most ${MAX_DEVICES_AT_ONCE} devices are made at once.`;
        throw new ProblemError("invalid", message, {
          errors: [{ path: "perCheckpoint", code: "too_big", message }],
        });
      }
      const counts = await this.devices.countByCheckpoint(edition.id);
      const made = chosen.flatMap(({ id: checkpointId, checkpoint: { code } }) =>
        Array.from({ length: perCheckpoint }, (_, index) => ({
          id: uuidv7(),
          editionId: edition.id,
          checkpointId,
          name: `${code}-${(counts.get(code) ?? 0) + index + 1}`,
        })),
      );
      await this.devices.createMany(made);
      const after = { devices: made.length, perCheckpoint };
      await this.audit.record({ actor, action: "device.create-many", subject: `edition ${slug}`, after });
      return this.devices.getMany(
        edition.id,
        made.map(({ id }) => id),
      );
    });
  }

  /**
   * New codes, on paper. Nothing is kept of them but their hashes: a sheet that is lost is made again, and is worth
   * nothing then. Throws `not_found`, `edition_archived`, `overloaded`.
   */
  async pairingSheet(
    slug: string,
    { devices: ids, locale, validHours }: PairingSheetRequest,
    urlOf: (code: string) => string,
    actor: Actor,
  ): Promise<Buffer> {
    const edition = await this.access.find(slug, actor);
    const offered = await this.changes.runUnlessArchived(edition.id, async () => {
      const offers = (await this.existing(edition.id, ids)).map((device) => ({
        device,
        offer: newPrintedOffer(validHours * HOUR_MS),
      }));
      for (const { device, offer } of offers) await this.pairing.offer(device.id, offer);
      const after = { devices: offers.map(({ device }) => device.name), validHours };
      await this.audit.record({ actor, action: "device.print-codes", subject: `edition ${slug}`, after });
      return offers;
    });
    const [whole, checkpoints] = await Promise.all([
      this.editions.byId(edition.id),
      this.checkpoints.list(edition.id, { after: undefined, limit: MOST_CHECKPOINTS }),
    ]);
    const doors = new Map(checkpoints.map(({ checkpoint }) => [checkpoint.code, checkpoint.names]));
    return this.documents.renderPdf("pairing-sheet", pairingSheet({ edition: whole, offered, doors, urlOf }, locale));
  }

  /** Answers how many were not revoked before. Throws `not_found`. */
  async revoke(slug: string, ids: readonly string[], actor: Actor): Promise<number> {
    const edition = await this.access.find(slug, actor);
    return this.changes.run(edition.id, async () => {
      const standing = (await this.existing(edition.id, ids)).filter(({ revokedAt }) => revokedAt === undefined);
      for (const { id } of standing) await this.devices.revoke(id);
      if (standing.length > 0) {
        const after = { devices: standing.map(({ name }) => name) };
        await this.audit.record({ actor, action: "device.revoke-many", subject: `edition ${slug}`, after });
      }
      return standing.length;
    });
  }

  private async existing(editionId: number, ids: readonly string[]): Promise<Device[]> {
    const wanted = new Set(ids.map((id) => id.toLowerCase()));
    const devices = await this.devices.getMany(editionId, [...wanted]);
    if (devices.length < wanted.size) throw new ProblemError("not_found", "This edition lacks one of these devices.");
    return devices;
  }
}

function pick<Stored extends { checkpoint: { code: string } }>(known: readonly Stored[], codes: readonly string[]) {
  return [...new Set(codes)].map((code) => {
    const found = known.find(({ checkpoint }) => checkpoint.code === code);
    if (found === undefined) throw new ProblemError("not_found", `This edition has no checkpoint ${code}.`);
    return found;
  });
}
