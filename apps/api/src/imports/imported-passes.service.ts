import { Injectable } from "@nestjs/common";
import { PassTokens } from "../passes/pass-tokens.ts";
import { PassesRepository } from "../passes/passes.repository.ts";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { csvFile } from "@abwab/domain";
import { ImportsService } from "./imports.service.ts";

const AT_ONCE = 500;

/** The passes that were made of a list of attendees, for whoever sends them out. */
@Injectable()
export class ImportedPassesService {
  constructor(
    private readonly imports: ImportsService,
    private readonly passes: PassesRepository,
    private readonly tokens: PassTokens,
  ) {}

  /** Those that are good, by code. Throws `transition_not_allowed` while there are none. */
  async file(slug: string, id: string, actor: Actor): Promise<string> {
    const { stored } = await this.imports.find(slug, id, actor);
    if (stored.subject !== "attendees" || stored.state !== "done") {
      throw new ProblemError("transition_not_allowed", "Only a list of attendees that was imported has passes.");
    }
    const lines = [["reference", "code", "token"]];
    for (let after = ""; ;) {
      const some = await this.passes.goodOfImport(stored.id, { after, limit: AT_ONCE });
      for (const { pass, token } of await this.tokens.of(some)) lines.push([pass.reference ?? "", pass.code, token]);
      after = some.at(-1)?.pass.code ?? after;
      if (some.length < AT_ONCE) return csvFile(lines);
    }
  }
}
