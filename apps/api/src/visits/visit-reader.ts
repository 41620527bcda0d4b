import type { Visit } from "@abwab/contract";
import { exceedsRatio, visitState } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { VisitArrivalsRepository, type VisitStanding } from "./visit-arrivals.repository.ts";
import { overAt } from "./visit-day.ts";
import type { StoredVisit } from "./visits.repository.ts";

/** A visit as it was planned, with what has become of it. */
@Injectable()
export class VisitReader {
  constructor(private readonly arrivals: VisitArrivalsRepository) {}

  /** In the order in which they are given. */
  async read(edition: EditionConfiguration, stored: readonly StoredVisit[]): Promise<Visit[]> {
    if (stored.length === 0) return [];
    const standings = await this.arrivals.of(
      edition,
      stored.map(({ id }) => id),
    );
    const now = Date.now();
    return stored.map((visit) => toVisit(visit, standings.get(visit.id), edition, now));
  }
}

function toVisit(
  stored: StoredVisit,
  standing: VisitStanding | undefined,
  edition: EditionConfiguration,
  now: number,
): Visit {
  const { id, organisation, slot, walkIn, cancelled, createdAt } = stored;
  const { pupils = 0, adults = 0 } = standing ?? {};
  const facts = {
    cancelled,
    planned: stored.pupils + stored.adults,
    arrived: pupils + adults,
    startsAt: slot === null ? null : Date.parse(slot.startsAt),
    overAt: overAt(edition, stored),
  };
  return {
    id,
    organisation,
    slot,
    pupils: stored.pupils,
    adults: stored.adults,
    walkIn,
    passCode: standing?.isGood === true ? standing.passCode : null,
    state: visitState(facts, now),
    arrived: {
      pupils,
      adults,
      firstAt: standing?.firstAt?.toISOString() ?? null,
      lastAt: standing?.lastAt?.toISOString() ?? null,
    },
    // Planned with too few, or come with too few: buses that are still on their way may bring the others.
    ratioExceeded:
      exceedsRatio(stored, edition.pupilsPerAdult) || exceedsRatio({ pupils, adults }, edition.pupilsPerAdult),
    createdAt: createdAt.toISOString(),
  };
}
