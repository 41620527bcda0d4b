import type { DayFigures, DayOverview, SettledDay } from "@abwab/contract";
import { addDays } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { AuditService, nameOf } from "../audit/audit.service.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { withFreshConfiguration } from "../editions/commit-frame.ts";
import { Examining } from "../examinations/examining.ts";
import { SettledDaysRepository, toSettledDay } from "./settled-days.repository.ts";

const NOTHING: DayFigures = { visits: 0, pavilionVisits: 0 };

/** Days that a person has closed, kept apart from the live figures (C5). */
@Injectable()
export class SettledDaysService {
  constructor(
    private readonly directory: EditionDirectory,
    private readonly repository: SettledDaysRepository,
    private readonly audit: AuditService,
    private readonly examining: Examining,
  ) {}

  /** Throws `not_found` for a day without figures that is not the edition's, `transition_not_allowed` for one to come. */
  async settle(actor: Exclude<Actor, { kind: "system" }>, editionId: number, date: string): Promise<SettledDay> {
    const settled = await withFreshConfiguration(this.directory, editionId, async (frame, edition) => {
      await this.refuse(edition, date);
      const { calendar } = edition;
      const span = { date, from: calendar.startOf(date), to: calendar.startOf(addDays(date, 1)) };
      const row = await this.repository.settle(editionId, frame.configVersion, span, nameOf(actor));
      return toSettledDay(row, (zone) => edition.zones.get(zone)?.kind);
    });
    const { figures: _, ...summary } = settled;
    const edition = await this.directory.byId(editionId);
    await this.audit.record({
      actor,
      action: "day.settle",
      subject: `${edition?.slug ?? editionId}/${date}`,
      after: summary,
    });
    await this.examining.announce({ editionId, day: date, revision: settled.revision, version: settled.version });
    return settled;
  }

  /** The edition's days and any other with figures, in order. */
  async overview(edition: EditionConfiguration): Promise<DayOverview[]> {
    const [live, latest] = await Promise.all([this.repository.live(edition.id), this.repository.latest(edition.id)]);
    const settledDays = new Map(
      latest.map((row) => [row.day, toSettledDay(row, (zone) => edition.zones.get(zone)?.kind)]),
    );
    const dates = new Set([...edition.days.map((day) => day.date), ...live.keys(), ...settledDays.keys()]);
    return [...dates].toSorted().map((date) => {
      const figures = live.get(date) ?? NOTHING;
      const settled = settledDays.get(date) ?? null;
      return { date, live: figures, settled, since: settled && difference(figures, settled) };
    });
  }

  private async refuse(edition: EditionConfiguration, date: string): Promise<void> {
    if (edition.status === "archived") throw new ProblemError("edition_archived", "Take it out of the archive first.");
    if (edition.status === "draft") {
      throw new ProblemError("transition_not_allowed", "A rehearsal is not settled: open the edition first.");
    }
    if (date > edition.calendar.dayOf(Date.now())) {
      throw new ProblemError("transition_not_allowed", "This day has not begun.");
    }
    const isKnown = edition.days.some((day) => day.date === date) || (await this.repository.live(edition.id)).has(date);
    if (!isKnown) throw new ProblemError("not_found", `${date} is no day of this edition.`);
  }
}

function difference(live: DayFigures, settled: DayFigures): DayFigures {
  return { visits: live.visits - settled.visits, pavilionVisits: live.pavilionVisits - settled.pavilionVisits };
}
