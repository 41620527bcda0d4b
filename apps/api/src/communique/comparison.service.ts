import { type ComparedDay, type ComparedEdition, type Comparison, communiqueFigures } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { EditionAccess } from "../editions/edition-access.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import type { Actor } from "../platform/actor.ts";
import type { DayFacts } from "../reports/day-facts.ts";
import { CommuniqueReading } from "./communique-reading.ts";
import { comparisonRemarks } from "./comparison-remarks.ts";
import { countsNothing } from "./edition-figures.ts";

/** Editions side by side, by the figures that are told of them. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly access: EditionAccess,
    private readonly reading: CommuniqueReading,
  ) {}

  /** Throws `not_found`, and `forbidden` for a token of one edition that asks for others. */
  async compare(slug: string, others: readonly string[], actor: Actor): Promise<Comparison> {
    const slugs = [slug, ...others.filter((other) => other !== slug)];
    const items: ComparedEdition[] = [];
    // One after the other: each reads all of an edition.
    for (const each of slugs) items.push(await this.compared(await this.access.find(each, actor)));
    return { items, remarks: comparisonRemarks(items) };
  }

  private async compared(configuration: EditionConfiguration): Promise<ComparedEdition> {
    const { facts, subject, figures } = await this.reading.figures(configuration);
    const { slug, names, timeZone } = subject.edition;
    return {
      slug,
      names,
      timeZone,
      days: countsNothing(subject.edition) ? [] : facts.days.map(toDay),
      figures: communiqueFigures.map((figure) => ({ figure, told: figures.get(figure)?.figures[0] ?? null })),
    };
  }
}

const toDay = (day: DayFacts): ComparedDay => ({
  date: day.date,
  visits: day.visits,
  pavilionVisits: day.pavilionVisits,
  peakHour: peakHourOf(day),
  isSettled: day.settled !== null,
});

const HOUR_MS = 3_600_000;

/** The first of the busiest hours of the clock; zones whose clocks differ by half an hour have theirs by UTC. */
function peakHourOf({ curve }: DayFacts): ComparedDay["peakHour"] {
  const hours = new Map<number, number>();
  for (const { at, visits } of curve ?? []) {
    const hour = Math.floor(at / HOUR_MS) * HOUR_MS;
    hours.set(hour, (hours.get(hour) ?? 0) + visits);
  }
  const [best] = [...hours].toSorted(([at, visits], [otherAt, other]) => other - visits || at - otherAt);
  return best === undefined || best[1] <= 0 ? null : { from: new Date(best[0]).toISOString(), visits: best[1] };
}
