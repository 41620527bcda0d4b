import type { Outlook } from "@abwab/contract";
import { type DayCurve, dayShown } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { SharedReading } from "../counts/shared-reading.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { DayMinutes } from "./day-minutes.ts";
import { type EarlierEdition, OutlookRepository, type OutlookSnapshot } from "./outlook.repository.ts";
import type { OutlookReading } from "./outlook-subject.ts";
import { type ComparedEdition, toOutlook } from "./to-outlook.ts";

const MOST_SHARED = 100;
/** The clock moves a forecast too, though nothing was counted meanwhile. */
const LONGEST_KEPT_MS = 5_000;

interface Kept {
  reading: SharedReading<Outlook>;
  latest: { outlook: Outlook; at: number } | undefined;
}

/** The day as it goes. Answers are shared by those who ask at once, and kept until anything is counted. */
@Injectable()
export class OutlookService {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly repository: OutlookRepository,
    private readonly minutes: DayMinutes,
    private readonly directory: EditionDirectory,
  ) {}

  /**
   * @param mayCompare whether the caller may see the counts of another edition; its published figures anyone may
   * @param day `YYYY-MM-DD`, a day of the edition; the day shown when left out
   */
  async outlook(edition: EditionConfiguration, mayCompare: boolean, day?: string): Promise<Outlook> {
    const key = `${edition.id} ${edition.configVersion} ${mayCompare} ${day ?? ""}`;
    let kept = this.kept.get(key);
    if (kept === undefined) {
      // Old days and configurations are few, but nobody asks for them for ever.
      if (this.kept.size >= MOST_SHARED) this.kept.clear();
      kept = { latest: undefined, reading: new SharedReading(() => this.read(edition, mayCompare, day)) };
      this.kept.set(key, kept);
    }
    const { latest } = kept;
    if (latest !== undefined && Date.now() - latest.at < LONGEST_KEPT_MS) {
      if ((await this.repository.version(edition.id)) === latest.outlook.version) return latest.outlook;
    }
    const outlook = await kept.reading.get();
    kept.latest = { outlook, at: Date.parse(outlook.asOf) };
    return outlook;
  }

  private async read(edition: EditionConfiguration, mayCompare: boolean, day?: string): Promise<Outlook> {
    const now = Date.now();
    const currentDay = dayShown(edition.calendar, edition.days, now);
    const shown = day ?? currentDay;
    if (edition.days.every(({ date }) => date !== shown)) {
      throw new ProblemError("not_found", `${shown} is no day of this edition.`);
    }
    const earlier = await this.repository.earlier(edition.id);
    const figures = await this.repository.published(earlier.map(({ id }) => id));
    const candidates = mayCompare ? earlier.filter(({ isDraft }) => !isDraft) : [];
    const others = candidates.map(({ id }) => id);
    return this.repository.inSnapshot(edition.id, others, async (snapshot) => {
      const compared = await this.comparedEdition(candidates, snapshot);
      const last = shown > currentDay ? shown : currentDay;
      const days = await this.minutes.upTo(snapshot, edition, last);
      const dates = new Set(edition.days.map(({ date }) => date));
      const reading: OutlookReading = {
        edition,
        now,
        currentDay,
        days: days.filter(({ curve }) => curve.date <= currentDay),
        outside: snapshot.days
          .filter(({ editionId, day: date }) => editionId === edition.id && !(dates.has(date) && date <= currentDay))
          .reduce((sum, { visits }) => sum + visits, 0),
        earlier: compared ? await this.earlierDays(snapshot, compared.configuration) : [],
      };
      const curves = days.map(({ curve }) => curve);
      return toOutlook(reading, { edition: compared, figures }, { day: shown, curves }, snapshot.version);
    });
  }

  /** The latest before this one at whose site anything was counted. */
  private async comparedEdition(
    candidates: readonly EarlierEdition[],
    { days }: OutlookSnapshot,
  ): Promise<ComparedEdition | undefined> {
    const found = candidates.find(({ id }) => days.some(({ editionId, visits }) => editionId === id && visits > 0));
    const configuration = found && (await this.directory.byId(found.id));
    return found && configuration && { ...found, configuration };
  }

  private async earlierDays(snapshot: OutlookSnapshot, edition: EditionConfiguration): Promise<DayCurve[]> {
    return (await this.minutes.upTo(snapshot, edition, "9999-12-31")).map(({ curve }) => curve);
  }
}
