import { Injectable } from "@nestjs/common";
import type { Actor } from "../platform/actor.ts";
import { mayUseEdition, outOfScope, type Principal, refusalOf, zonesOf } from "../platform/principal.ts";
import type { EditionConfiguration } from "./edition-configuration.ts";
import { EditionDirectory } from "./edition-directory.ts";

/** Codes of the zones that somebody is bound to; null for every zone. */
export type SeenZones = ReadonlySet<string> | null;

export interface SeenEdition {
  edition: EditionConfiguration;
  zones: SeenZones;
}

/** The way from a slug in an address to an edition that the caller may use. */
@Injectable()
export class EditionAccess {
  constructor(private readonly directory: EditionDirectory) {}

  /**
   * The whole of it. Throws `not_found`, `forbidden` for a device or token of another edition, and `out_of_scope` for
   * who is bound to other editions or to zones.
   */
  async find(slug: string, actor: Actor): Promise<EditionConfiguration> {
    const edition = await this.directory.bySlug(slug);
    if (actor.kind !== "system" && !mayUseEdition(actor, edition.id)) throw refusalOf(actor, edition.id);
    return edition;
  }

  /** What the caller sees of it, for routes that keep to that. Throws as `find`, for who sees nothing of it. */
  async findPart(slug: string, actor: Actor): Promise<SeenEdition> {
    const edition = await this.directory.bySlug(slug);
    if (actor.kind === "system") return { edition, zones: null };
    const zones = seenZones(edition, actor);
    if (zones?.size === 0) throw refusalOf(actor, edition.id);
    return { edition, zones };
  }

  /** An edition of which the caller sees this zone, whether it is there or not. Throws as `findPart`. */
  async findZone(slug: string, code: string, actor: Actor): Promise<EditionConfiguration> {
    const { edition, zones } = await this.findPart(slug, actor);
    refuseBeyond(zones, code);
    return edition;
  }
}

/** Codes of the zones that the caller sees of an edition: none for who sees nothing of it. */
export function seenZones(edition: EditionConfiguration, principal: Principal): SeenZones {
  const ids = zonesOf(principal, edition.id);
  if (ids === "all") return null;
  if (ids === "none") return new Set();
  return new Set([...edition.zones.values()].filter(({ id }) => ids.has(id)).map(({ code }) => code));
}

/** Throws `out_of_scope` where this is not one of the zones. */
export function refuseBeyond(zones: SeenZones, code: string | undefined): void {
  if (zones !== null && (code === undefined || !zones.has(code))) throw outOfScope();
}
