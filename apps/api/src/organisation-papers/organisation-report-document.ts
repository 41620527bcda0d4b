import type { Accreditation, Edition, MediaActivity, Names, Organisation, Pass, Visit } from "@abwab/contract";
import type { DocumentData } from "../documents/document-request.ts";
import { isolated } from "../printing/isolated.ts";
import { printedEdition } from "../printing/printed-edition.ts";
import { nameOf, otherNameOf, placeOf } from "../printing/printed-organisation.ts";
import type { ReportLanguage } from "../reports/report-language.ts";
import type { SpaceEntered } from "../visits/spaces-entered.repository.ts";
import { organisationReportWords, type OrganisationReportWords } from "./organisation-report-words.ts";

/** All that the report of an organisation tells. */
export interface OrganisationFacts {
  edition: Edition;
  organisation: Organisation;
  /** In the order of their hours. */
  visits: readonly Visit[];
  passes: readonly Pass[];
  spaces: readonly SpaceEntered[];
  accreditations: readonly Accreditation[];
  activities: readonly MediaActivity[];
  zoneNames: ReadonlyMap<string, Names>;
  /** An instant of the day on which a visit is; undefined for any day. */
  dayOf: (visit: Visit) => number | undefined;
  /** ms since the epoch. */
  madeAt: number;
  /** Whether persons are named. */
  showsPeople: boolean;
}

const NOTHING = "–";

export function organisationDocument(facts: OrganisationFacts, language: ReportLanguage): DocumentData {
  const { edition, organisation, visits, spaces } = facts;
  const { locale, format, time, listSeparator } = language;
  const words = organisationReportWords[locale];
  const standing = visits.filter(({ state }) => state !== "cancelled");
  const booked = standing.reduce((sum, { pupils, adults }) => sum + pupils + adults, 0);
  const arrived = visits.reduce((sum, visit) => sum + visit.arrived.pupils + visit.arrived.adults, 0);
  const { type, kind, expectedPupils, expectedAdults } = organisation;
  const sort = [words.types[type], ...(kind === null ? [] : [words.kinds[kind]])].join(listSeparator);
  return {
    locale,
    words: words.texts,
    edition: printedEdition(edition, locale, listSeparator),
    name: nameOf(organisation, locale),
    under: [otherNameOf(organisation, locale) ?? "", placeOf(organisation, locale)].filter(Boolean).map(isolated),
    sort,
    asOf: words.asOf(time.moment(facts.madeAt)),
    contact: contactOf(facts),
    figures: [
      { name: words.texts["arrived"], value: format.number(arrived), note: null },
      { name: words.texts["booked"], value: format.number(booked), note: null },
      { name: words.texts["expectedPeople"], value: format.number(expectedPupils + expectedAdults), note: null },
    ],
    visits: visits.map((visit) => visitRow(visit, facts, language, words)),
    total: {
      booked: format.number(booked),
      arrived: format.number(arrived),
    },
    passes: facts.passes.map(({ kind: of, group, issuedAt, revokedAt }) => ({
      kind: words.passKinds[of],
      size: group === null ? NOTHING : words.ofSize(format.number(group.pupils + group.adults)),
      issued: time.date(Date.parse(issuedAt)),
      state: revokedAt === null ? words.good : words.revoked,
      isGood: revokedAt === null,
    })),
    spaces: spaces.map(({ zone, entered }) => ({
      code: zone,
      name: facts.zoneNames.get(zone)?.[locale] ?? zone,
      entered: format.number(entered),
      bar: entered / Math.max(1, ...spaces.map((each) => each.entered)),
    })),
    accreditations: facts.accreditations.map(({ holder, duty, createdAt, revokedAt }) => ({
      holder: facts.showsPeople ? (holder ?? NOTHING) : words.texts["leftOut"],
      duty: duty ?? NOTHING,
      issued: time.date(Date.parse(createdAt)),
      state: revokedAt === null ? words.good : words.revoked,
      isGood: revokedAt === null,
    })),
    activities: facts.activities.map(({ at, what, where }) => ({
      when: time.moment(Date.parse(at)),
      what,
      where: where ?? NOTHING,
    })),
  };
}

function contactOf({ organisation: { contact }, showsPeople }: OrganisationFacts): string[] {
  if (!showsPeople || contact === null) return [];
  return [contact.name, contact.phone, contact.email].flatMap((part) => (part === null ? [] : [isolated(part)]));
}

function visitRow(
  visit: Visit,
  { dayOf, zoneNames }: OrganisationFacts,
  { locale, format, time }: ReportLanguage,
  words: OrganisationReportWords,
) {
  const { slot, arrived, state, walkIn } = visit;
  const day = dayOf(visit);
  const hours = (from: string, to: string): string => {
    const [first, last] = [time.hour(Date.parse(from)), time.hour(Date.parse(to))];
    return first === last ? first : `\u2066${first}\u2009–\u2009${last}\u2069`.replaceAll("\u2009", "\u00a0");
  };
  const parts = ({ pupils, adults }: { pupils: number; adults: number }): string =>
    `\u2066${format.number(pupils)} + ${format.number(adults)}\u2069`;
  return {
    day: day === undefined ? NOTHING : time.day(day),
    hour: slot === null ? (walkIn ? words.walkIn : words.anyHour) : hours(slot.startsAt, slot.endsAt),
    place: slot === null ? "" : (zoneNames.get(slot.zone)?.[locale] ?? slot.zone),
    booked: parts(visit),
    arrived: arrived.pupils + arrived.adults === 0 ? NOTHING : parts(arrived),
    came: arrived.firstAt === null || arrived.lastAt === null ? NOTHING : hours(arrived.firstAt, arrived.lastAt),
    state: words.states[state],
    hasCome: arrived.pupils + arrived.adults > 0,
  };
}
