import type { CountSnapshot } from "@abwab/contract";
import { addDays, dayShown, isWithin } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { toCountRow, toTotals } from "./count-row.ts";
import { CountsAtRepository } from "./counts-at.repository.ts";
import { SILENT_AFTER_MS } from "./counts.service.ts";

const MINUTE = 60_000;

/**
 * The board of a past moment: everything placed before it, with what arrived late and what was corrected since. How
 * complete it is, is a question of now: which devices are silent and what still waits on them.
 */
@Injectable()
export class CountsAtService {
  constructor(private readonly repository: CountsAtRepository) {}

  /** @param moment ms since the epoch; the figures are those of the whole minute before it, and of none to come */
  async snapshot(edition: EditionConfiguration, moment: number): Promise<CountSnapshot> {
    const now = Date.now();
    const at = Math.floor(Math.min(moment, now) / MINUTE) * MINUTE;
    const { calendar, days } = edition;
    const day = dayShown(calendar, days, at);
    const date = calendar.dayOf(at);
    const figures = await this.repository.figures({
      editionId: edition.id,
      moment: at,
      today: { from: calendar.startOf(day), to: Math.min(at, calendar.startOf(addDays(day, 1))) },
      date,
      dateFrom: calendar.startOf(date),
      isRehearsal: edition.status === "draft",
      silentBefore: isWithin(edition.openIntervals, now) ? new Date(now - SILENT_AFTER_MS) : null,
    });
    if (figures === undefined) throw new ProblemError("not_found", "The edition is no longer there.");
    return {
      edition: edition.slug,
      version: figures.version,
      asOf: new Date(at).toISOString(),
      day,
      totals: toTotals(figures.zones),
      zones: figures.zones.map(toCountRow),
      completeness: figures.completeness,
    };
  }
}
