import type { CommuniqueWords, NounForms } from "./words-of-communiques.ts";

const decimals = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
const noun = (one: string, other: string): NounForms => ({ one, other });

export const englishCommunique: CommuniqueWords = {
  nouns: {
    visits: noun("visit", "visits"),
    pavilionVisits: noun("pavilion visit", "pavilion visits"),
    schools: noun("school", "schools"),
    publicSchools: noun("public school", "public schools"),
    privateSchools: noun("private school", "private schools"),
    traditionalSchools: noun("traditional school", "traditional schools"),
    quranicSchools: noun("Quranic school", "Quranic schools"),
    pupils: noun("pupil", "pupils"),
    bodies: noun("civil-society body", "civil-society bodies"),
    outlets: noun("media outlet", "media outlets"),
    activities: noun("media activity", "media activities"),
    views: noun("view", "views"),
    pavilions: noun("pavilion", "pavilions"),
    spaces: noun("space", "spaces"),
    squareMetres: noun("square metre", "square metres"),
    seminars: noun("seminar", "seminars"),
    days: noun("day", "days"),
  },
  large: (amount, { other }) => `${decimals.format(amount / 1_000_000)} million ${other}`,
  qualifiers: { about: (figure) => `about ${figure}`, over: (figure) => `more than ${figure}` },
  names: {
    "visits.total": "total of visits",
    "visits.weekend": "visits on the weekend",
    "visits.pavilions": "pavilion visits",
    "peak.visits": "visits on the busiest day",
    "schools.total": "number of schools",
    "schools.public": "number of public schools",
    "schools.private": "number of private schools",
    "schools.traditional": "number of traditional schools",
    "schools.quranic": "number of Quranic schools",
    "pupils.total": "number of pupils",
    "bodies.total": "number of civil-society bodies",
    "media.outlets": "number of media outlets",
    "media.activities": "number of media activities",
    "broadcast.views": "views of the broadcast",
    "pavilions.total": "number of pavilions",
    "spaces.total": "number of other spaces",
    "spaces.area": "area of the covered themed spaces",
    "seminars.total": "number of seminars",
    "edition.name": "name of the edition",
    "edition.city": "city",
    "edition.venue": "venue",
    "edition.dates": "dates of the edition",
    "edition.days": "number of days of the edition",
    "release.date": "date of the release",
    "weekend.days": "days of the weekend",
    "peak.day": "busiest day",
    "schools.kinds": "schools by type",
    "cities.names": "cities that people came from",
    "record.claim": "comparison with earlier editions",
    "figures.state": "state of the figures",
    "figures.sources": "where the figures are from",
  },
  byOrigin: {
    counted: (name) => `${name} (counted)`,
    entered: (name) => `${name} (entered)`,
    published: (name) => `${name} (published)`,
  },
  exactly: (name) => `${name} (to the unit)`,
  missing: (name) => `[missing: ${name}]`,
  claims: {
    record: ({ difference, base, edition, source }) =>
      `It is a record: ${difference} more than the highest figure published for an earlier edition, ${base} (${ofEdition(edition)}source: ${source}).`,
    above: ({ difference, base, edition, source }) =>
      `That is ${difference} more than the figure published for an earlier edition, ${base} (${ofEdition(edition)}source: ${source}).`,
    none: ({ base, edition, source }) =>
      `It is no record: ${base} were published for an earlier edition (${ofEdition(edition)}source: ${source}).`,
  },
  state: {
    allSettled: (days) => `The counted figures are final: every day of the edition is settled (${days}).`,
    someSettled: (settled, days, moment) =>
      `The counted figures are provisional: ${settled} of ${days} are settled, the others are live as of ${moment}.`,
    nothingCounted: "Nothing has been counted yet: these figures were entered or published.",
    noneSettled: (moment) =>
      `The counted figures are provisional: no day is settled yet, and they are live as of ${moment}.`,
    rehearsal: "The edition is a draft: what is counted in it is a rehearsal and does not count.",
  },
  sources: {
    counted: (names) => `Counted at the doors: ${names}.`,
    entered: (names) => `Entered by the organisers: ${names}.`,
    published: (names, source) => `Published (${source}): ${names}.`,
  },
  document: {
    title: "Press release",
    figures: "Where each figure is from",
    figure: "Figure",
    value: "Value",
    origin: "Origin",
    page: "Page",
    of: "of",
  },
  origins: {
    counted: "counted from the ledger, days settled",
    live: "counted from the ledger, provisional",
    entered: "entered by the organisers",
    published: (source) => `published: ${source}`,
    none: "missing",
  },
  template: `{{edition.name}}: {{visits.total}} in {{edition.days}}

{{edition.city}}, {{release.date}} – “{{edition.name}}” ({{edition.dates}}, {{edition.venue}}) recorded {{visits.total}}, of which {{visits.weekend}} on the weekend ({{weekend.days}}). The busiest day was {{peak.day}}, with {{peak.visits}}.

{{record.claim}}

The site brought together {{pavilions.total}} and {{spaces.area}} of covered themed spaces. At the doors of the pavilions {{visits.pavilions}} were recorded. The halls hosted {{seminars.total}}.

Pupils came from {{schools.total}} ({{schools.kinds}}), and representatives from {{bodies.total}}. Visitors came from {{cities.names}} and beyond.

The event was covered by {{media.outlets}}, with {{media.activities}}. The live broadcast drew {{broadcast.views}}.

{{figures.state}}
{{figures.sources}}`,
};

function ofEdition(edition: string | null): string {
  return edition === null ? "" : `${edition}; `;
}
