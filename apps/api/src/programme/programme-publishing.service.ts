import type { DocumentLocale, ProgrammePrintQuery } from "@abwab/contract";
import { addDays } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import { Documents } from "../documents/documents.ts";
import { EditionAccess } from "../editions/edition-access.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { EditionsService } from "../editions/editions.service.ts";
import { ZonesRepository } from "../editions/zones.repository.ts";
import type { Actor } from "../platform/actor.ts";
import { mayUseEdition, type Principal, refusalOf } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { calendarOf } from "./programme-calendar.ts";
import { programmeDocument } from "./programme-document.ts";
import { programmeWords } from "./programme-words.ts";
import { ProgrammeRepository } from "./programme.repository.ts";

/** More items than a programme has; of more only the first are printed. */
const MOST_ITEMS = 2_000;
const MOST_ZONES = 1_000;

/** The programme for others to read: on paper and in their calendars. */
@Injectable()
export class ProgrammePublishing {
  constructor(
    private readonly programme: ProgrammeRepository,
    private readonly documents: Documents,
    private readonly editions: EditionsService,
    private readonly zones: ZonesRepository,
    private readonly directory: EditionDirectory,
    private readonly access: EditionAccess,
  ) {}

  /**
   * As iCalendar. Throws `unauthenticated` for a stranger, and `forbidden` for a token of another edition, where the
   * edition is not public.
   */
  async calendar(slug: string, locale: DocumentLocale, caller: Principal | undefined): Promise<string> {
    const configuration = await this.directory.bySlug(slug);
    if (!configuration.public && (caller === undefined || !mayUseEdition(caller, configuration.id))) {
      if (caller === undefined) throw new ProblemError("unauthenticated", "Sign in, or send a bearer token.");
      throw refusalOf(caller, configuration.id);
    }
    const { edition, items, hallOf } = await this.read(configuration, undefined, locale);
    const words = programmeWords[locale];
    const events = items.map(({ id, names, zone, kind, speakers, startsAt, endsAt, changedAt }) => ({
      id,
      title: names[locale],
      place: hallOf(zone),
      description: speakers.length === 0 ? "" : words.speakers(speakers.map(spoken).join(" · ")),
      category: words.kinds[kind],
      startsAt,
      endsAt,
      changedAt,
    }));
    return calendarOf(edition.names[locale], locale, events);
  }

  /** Throws `not_found`, `overloaded`. */
  async print(slug: string, { day, locale }: ProgrammePrintQuery, actor: Actor): Promise<Buffer> {
    const configuration = await this.access.find(slug, actor);
    const { edition, items, hallOf } = await this.read(configuration, day, locale);
    const data = programmeDocument({ edition, items, hallOf, calendar: configuration.calendar }, locale);
    return this.documents.renderPdf("programme", data);
  }

  private async read({ id, calendar }: EditionConfiguration, day: string | undefined, locale: DocumentLocale) {
    const during =
      day === undefined ? undefined : { from: calendar.startOf(day), to: calendar.startOf(addDays(day, 1)) };
    const [edition, zones, items] = await Promise.all([
      this.editions.byId(id),
      this.zones.list(id, { after: undefined, limit: MOST_ZONES }),
      this.programme.list(id, { during }, { after: undefined, limit: MOST_ITEMS }),
    ]);
    const halls = new Map(zones.map(({ zone }) => [zone.code, zone.names[locale]]));
    return { edition, items, hallOf: (code: string): string => halls.get(code) ?? code };
  }
}

const spoken = ({ name, affiliation }: { name: string; affiliation: string | null }): string =>
  affiliation === null ? name : `${name} (${affiliation})`;
