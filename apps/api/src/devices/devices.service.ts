import { Injectable } from "@nestjs/common";
import {
  type Device,
  type DevicePatch,
  type NewDevice,
  type Page,
  type PageQuery,
  uuid,
  routes,
} from "@abwab/contract";
import { v7 as uuidv7 } from "uuid";
import { AuditService, difference } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import { CheckpointsRepository } from "../editions/checkpoints.repository.ts";
import type { Actor } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { mayUseEdition, refusalOf } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { DevicePresence } from "./device-presence.ts";
import { DevicesRepository, type StoredDevice } from "./devices.repository.ts";
import { newOffer, type OfferedPairing } from "./pairing-offer.ts";

@Injectable()
export class DevicesService {
  constructor(
    private readonly devices: DevicesRepository,
    private readonly checkpoints: CheckpointsRepository,
    private readonly presence: DevicePresence,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  /** With what devices have said of themselves up to now. */
  async list(slug: string, { limit, cursor }: PageQuery, actor: Actor): Promise<Page<Device>> {
    const { edition, zones } = await this.access.findPart(slug, actor);
    const after = readCursor(cursor, uuid);
    await this.presence.flush();
    const page = pageOf(await this.devices.list(edition.id, { after, limit: limit + 1 }), limit, (device) => device.id);
    return { ...page, items: page.items.filter(({ zone }) => zones?.has(zone) ?? true) };
  }

  /** Throws `not_found` for an unknown checkpoint, `edition_archived`. */
  async create(slug: string, { name, checkpoint }: NewDevice, actor: Actor): Promise<OfferedPairing> {
    const edition = await this.access.find(slug, actor);
    const id = uuidv7();
    const offer = newOffer();
    return this.changes.runUnlessArchived(edition.id, async () => {
      const checkpointId = await this.checkpointId(edition.id, checkpoint);
      await this.devices.create({ id, editionId: edition.id, checkpointId, name }, offer);
      const after = { id, edition: slug, name, checkpoint };
      await this.audit.record({ actor, action: "device.create", subject: `device ${id}`, after });
      return { device: (await this.existing(id)).device, pairingCode: offer.code, expiresAt: offer.expiresAt };
    });
  }

  /** Throws `not_found`. */
  async get(slug: string, id: string, actor: Actor): Promise<Device> {
    const edition = await this.access.find(slug, actor);
    const { device, editionId } = await this.existing(id);
    if (editionId !== edition.id) throw new ProblemError("not_found", "This edition has no such device.");
    return device;
  }

  /** Throws `not_found` for an unknown checkpoint, `edition_archived`. */
  async change(slug: string, id: string, patch: DevicePatch, actor: Actor, ifMatch?: string): Promise<Device> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runUnlessArchived(edition.id, async () => {
      const { device, editionId } = await this.existing(id);
      if (editionId !== edition.id) throw new ProblemError("not_found", "This edition has no such device.");
      refuseIfChanged(ifMatch, device, routes.changeDevice);
      const changed = difference<Pick<Device, "name" | "checkpoint">>(device, patch);
      if (changed === undefined) return device;
      const { name, checkpoint } = changed.after;
      if (name !== undefined) await this.devices.rename(id, name);
      if (checkpoint !== undefined) await this.devices.bind(id, await this.checkpointId(edition.id, checkpoint));
      await this.audit.record({ actor, action: "device.change", subject: `device ${id}`, ...changed });
      return (await this.existing(id)).device;
    });
  }

  /** Once is as good as twice. */
  async revoke(id: string, actor: Actor): Promise<void> {
    const { editionId, device } = await this.find(id, actor);
    await this.changes.run(editionId, async () => {
      await this.devices.revoke(id);
      if (device.revokedAt !== undefined) return;
      await this.audit.record({ actor, action: "device.revoke", subject: `device ${id}` });
    });
  }

  /** Throws `not_found`, or `forbidden` for a token of another edition. */
  async find(id: string, actor: Actor): Promise<StoredDevice> {
    const stored = await this.existing(id);
    if (actor.kind !== "system" && !mayUseEdition(actor, stored.editionId)) {
      throw refusalOf(actor, stored.editionId);
    }
    return stored;
  }

  private async existing(id: string): Promise<StoredDevice> {
    const stored = uuid.safeParse(id).success ? await this.devices.get(id) : undefined;
    if (stored === undefined) throw new ProblemError("not_found", "There is no such device.");
    return stored;
  }

  private async checkpointId(editionId: number, code: string): Promise<number> {
    const stored = await this.checkpoints.get(editionId, code);
    if (stored === undefined) throw new ProblemError("not_found", `This edition has no checkpoint ${code}.`);
    return stored.id;
  }
}
