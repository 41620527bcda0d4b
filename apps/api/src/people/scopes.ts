import type { Scope, SignedIn } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import type { Binding } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";

/** What people are bound to: by slug and code where it is shown, by ids where it is kept. */
@Injectable()
export class Scopes {
  constructor(private readonly directory: EditionDirectory) {}

  /** Throws `invalid` for an edition or zone that is not there. */
  async bindingsOf(scope: Scope | null): Promise<Binding[] | null> {
    if (scope === null) return null;
    const bindings: Binding[] = [];
    for (const [index, { edition: slug, zones }] of scope.entries()) {
      const edition = await this.editionOf(slug, index);
      bindings.push({ editionId: edition.id, zoneIds: zones === null ? null : idsOf(edition, zones, index) });
    }
    return bindings;
  }

  /** What is no longer there is left out: it opens nothing. */
  async shown(bindings: readonly Binding[] | null): Promise<Scope | null> {
    if (bindings === null) return null;
    const editions = await Promise.all(bindings.map(({ editionId }) => this.directory.byId(editionId)));
    return bindings.flatMap(({ zoneIds }, index) => {
      const edition = editions[index];
      if (edition === undefined) return [];
      return [{ edition: edition.slug, zones: zoneIds === null ? null : codesOf(edition, zoneIds) }];
    });
  }

  /** Tells who signed in what they are bound to. */
  async complete(signedIn: SignedIn, bindings: readonly Binding[] | null): Promise<SignedIn> {
    const scope = await this.shown(bindings);
    return scope === null ? signedIn : { ...signedIn, scope };
  }

  private async editionOf(slug: string, index: number): Promise<EditionConfiguration> {
    try {
      return await this.directory.bySlug(slug);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== "not_found") throw error;
      throw unknown(`scope.${index}.edition`, "unknown_edition", `There is no edition ${slug}.`);
    }
  }
}

/** Codes of an edition's zones by their ids. */
export const codesOf = (edition: EditionConfiguration, ids: readonly number[]): string[] =>
  [...edition.zones.values()].filter(({ id }) => ids.includes(id)).map(({ code }) => code);

/** Ids of an edition's zones by their codes. Throws `invalid`. */
export function idsOf(edition: EditionConfiguration, codes: readonly string[], index?: number): number[] {
  return codes.map((code) => {
    const zone = edition.zones.get(code);
    const path = index === undefined ? "zones" : `scope.${index}.zones`;
    if (zone === undefined) throw unknown(path, "unknown_zone", `This edition has no zone ${code}.`);
    return zone.id;
  });
}

function unknown(path: string, code: string, message: string): ProblemError {
  return new ProblemError("invalid", `${path}: ${message}`, { errors: [{ path, code, message }] });
}
