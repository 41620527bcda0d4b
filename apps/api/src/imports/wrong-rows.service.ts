import { Injectable } from "@nestjs/common";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { csvFile } from "@abwab/domain";
import { ImportRowsRepository } from "./import-rows.repository.ts";
import { ImportsService } from "./imports.service.ts";
import { type Locale, problemsInWords, whyTitle } from "./problem-words.ts";

const AT_ONCE = 2_000;

/** The rows that were not taken, to send back. */
@Injectable()
export class WrongRowsService {
  constructor(
    private readonly imports: ImportsService,
    private readonly rows: ImportRowsRepository,
  ) {}

  /**
   * As they stand in the file, and a column that says why, first: there it is seen. Throws `not_found` once they are
   * forgotten.
   */
  async file(slug: string, id: string, locale: Locale, actor: Actor): Promise<string> {
    const { stored } = await this.imports.find(slug, id, actor);
    if (stored.cellsForgotten) throw new ProblemError("not_found", "Rows are kept as they stood for seven days.");
    const lines = [[whyTitle(locale), ...stored.columns]];
    for (let after: number | undefined; ;) {
      const rows = await this.rows.leftOut(stored.id, { after, limit: AT_ONCE });
      for (const { problems, cells } of rows) lines.push([problemsInWords(problems, locale), ...cells]);
      after = rows.at(-1)?.row;
      if (rows.length < AT_ONCE) return csvFile(lines);
    }
  }
}
