import type { Representation } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { EditionAccess } from "../editions/edition-access.ts";
import type { Actor } from "../platform/actor.ts";
import { RepresentedRepository } from "./represented.repository.ts";

/** Organisations that are represented: those that came, beside those that were invited. */
@Injectable()
export class RepresentedService {
  constructor(
    private readonly represented: RepresentedRepository,
    private readonly access: EditionAccess,
  ) {}

  async count(slug: string, actor: Actor): Promise<Representation[]> {
    return this.represented.count(await this.access.find(slug, actor));
  }
}
