import type { HoldSite, SiteHeld, SiteHold, SiteLifted } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService, nameOf } from "../audit/audit.service.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import type { Actor } from "../platform/actor.ts";
import { holdZones } from "./hold-zones.ts";
import { SiteHoldRepository } from "./site-hold.repository.ts";

/**
 * One action that holds many zones and knows how to take it back. Under the lock of the edition's state, so that of two
 * people who press at once the second finds it held.
 */
@Injectable()
export class SiteHoldService {
  constructor(
    private readonly holds: SiteHoldRepository,
    private readonly access: EditionAccess,
    private readonly changes: EditionChanges,
    private readonly audit: AuditService,
  ) {}

  async standing(slug: string, actor: Actor): Promise<SiteHold | null> {
    const edition = await this.access.find(slug, actor);
    return (await this.holds.standing(edition.id)) ?? null;
  }

  /**
   * Where some zones are held already, the others follow under the same hold, and those opened meanwhile are held
   * again. Throws `edition_archived`.
   */
  async hold(slug: string, request: HoldSite, actor: Actor): Promise<SiteHeld> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runUnlessArchived(edition.id, async () => {
      const standing = await this.holds.standing(edition.id);
      const { hold, changed } = holdZones(await this.holds.zones(edition.id), request, {
        standing,
        id: uuidv7(),
        at: new Date().toISOString(),
        by: nameOf(actor),
      });
      if (standing !== undefined && changed.length === 0 && sameKinds(standing, hold)) {
        return { hold: standing, already: true };
      }
      for (const { zone, from, to } of changed) await this.holds.change(edition.id, zone, from, to);
      if (standing === undefined) await this.holds.create(edition.id, hold);
      else await this.holds.widen(hold);
      await this.audit.record({
        actor,
        action: "site.hold",
        subject: `edition ${slug}`,
        before: { zones: changed.map(({ zone, from }) => ({ zone, ...from })) },
        after: { kinds: hold.kinds, message: hold.message, zones: changed.map(({ zone, to }) => ({ zone, ...to })) },
      });
      return { hold, already: false };
    });
  }

  /** Zones that somebody set otherwise during the hold stay as they are now. Throws `edition_archived`. */
  async lift(slug: string, actor: Actor): Promise<SiteLifted> {
    const edition = await this.access.find(slug, actor);
    return this.changes.runUnlessArchived(edition.id, async () => {
      const hold = await this.holds.standing(edition.id);
      if (hold === undefined) return { restored: [], kept: [], already: true };
      const lifted: SiteLifted = { restored: [], kept: [], already: false };
      for (const { zone, before, during } of hold.zones) {
        const isAsHeld = await this.holds.change(edition.id, zone, during, before);
        (isAsHeld ? lifted.restored : lifted.kept).push(zone);
      }
      await this.holds.lift(hold.id, nameOf(actor));
      await this.audit.record({
        actor,
        action: "site.lift",
        subject: `edition ${slug}`,
        before: { heldAt: hold.heldAt, heldBy: hold.heldBy },
        after: { restored: lifted.restored, kept: lifted.kept },
      });
      return lifted;
    });
  }
}

const sameKinds = (a: SiteHold, b: SiteHold): boolean => JSON.stringify(a.kinds) === JSON.stringify(b.kinds);
