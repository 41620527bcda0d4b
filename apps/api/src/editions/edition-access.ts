import { Injectable } from "@nestjs/common";
import type { Actor } from "../platform/actor.ts";
import { mayUseEdition } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import type { EditionConfiguration } from "./edition-configuration.ts";
import { EditionDirectory } from "./edition-directory.ts";

/** The way from a slug in an address to an edition that the caller may use. */
@Injectable()
export class EditionAccess {
  constructor(private readonly directory: EditionDirectory) {}

  /** Throws `not_found`, or `forbidden` for a device or token of another edition. */
  async find(slug: string, actor: Actor): Promise<EditionConfiguration> {
    const edition = await this.directory.bySlug(slug);
    if (actor.kind !== "system" && !mayUseEdition(actor, edition.id)) {
      throw new ProblemError("forbidden", "This token is for another edition.");
    }
    return edition;
  }
}
