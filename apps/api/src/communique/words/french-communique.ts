import type { CommuniqueWords, NounForms } from "./words-of-communiques.ts";

const rules = new Intl.PluralRules("fr");
const decimals = new Intl.NumberFormat("fr-MA", { maximumFractionDigits: 2 });
const noun = (one: string, other: string): NounForms => ({ one, other });

/** « 2,4 millions de visites », « 1,18 million d’établissements ». */
function large(amount: number, { other }: NounForms): string {
  const millions = amount / 1_000_000;
  const word = rules.select(millions) === "one" ? "million" : "millions";
  return `${decimals.format(millions)}\u00a0${word} ${/^[aeiouyhéèê]/i.test(other) ? "d’" : "de "}${other}`;
}

export const frenchCommunique: CommuniqueWords = {
  nouns: {
    visits: noun("visite", "visites"),
    pavilionVisits: noun("visite de pavillon", "visites de pavillons"),
    schools: noun("établissement scolaire", "établissements scolaires"),
    publicSchools: noun("établissement public", "établissements publics"),
    privateSchools: noun("établissement privé", "établissements privés"),
    traditionalSchools: noun("école traditionnelle", "écoles traditionnelles"),
    quranicSchools: noun("école coranique", "écoles coraniques"),
    pupils: noun("élève", "élèves"),
    bodies: noun("organisme de la société civile", "organismes de la société civile"),
    outlets: noun("média", "médias"),
    activities: noun("activité médiatique", "activités médiatiques"),
    views: noun("vue", "vues"),
    pavilions: noun("pavillon", "pavillons"),
    spaces: noun("espace", "espaces"),
    squareMetres: noun("mètre carré", "mètres carrés"),
    seminars: noun("séminaire", "séminaires"),
    days: noun("jour", "jours"),
  },
  large,
  qualifiers: { about: (figure) => `environ ${figure}`, over: (figure) => `plus de ${figure}` },
  names: {
    "visits.total": "total des visites",
    "visits.weekend": "visites du week-end",
    "visits.pavilions": "visites des pavillons",
    "peak.visits": "visites du jour le plus fréquenté",
    "schools.total": "nombre d’établissements scolaires",
    "schools.public": "nombre d’établissements publics",
    "schools.private": "nombre d’établissements privés",
    "schools.traditional": "nombre d’écoles traditionnelles",
    "schools.quranic": "nombre d’écoles coraniques",
    "pupils.total": "nombre d’élèves",
    "bodies.total": "nombre d’organismes de la société civile",
    "media.outlets": "nombre de médias",
    "media.activities": "nombre d’activités médiatiques",
    "broadcast.views": "vues de la diffusion",
    "pavilions.total": "nombre de pavillons",
    "spaces.total": "nombre d’autres espaces",
    "spaces.area": "surface des espaces thématiques couverts",
    "seminars.total": "nombre de séminaires",
    "edition.name": "nom de l’édition",
    "edition.city": "ville",
    "edition.venue": "lieu",
    "edition.dates": "dates de l’édition",
    "edition.days": "nombre de jours de l’édition",
    "release.date": "date du communiqué",
    "weekend.days": "jours du week-end",
    "peak.day": "jour le plus fréquenté",
    "schools.kinds": "établissements scolaires par type",
    "cities.names": "villes d’où l’on est venu",
    "record.claim": "comparaison avec les éditions antérieures",
    "figures.state": "état des chiffres",
    "figures.sources": "origine des chiffres",
  },
  byOrigin: {
    counted: (name) => `${name} (compté)`,
    entered: (name) => `${name} (saisi)`,
    published: (name) => `${name} (publié)`,
  },
  exactly: (name) => `${name} (à l’unité)`,
  missing: (name) => `[manque\u00a0: ${name}]`,
  claims: {
    record: ({ difference, base, edition, source }) =>
      `C’est un record\u00a0: ${difference} de plus que le chiffre le plus élevé publié pour une édition antérieure, ${base}${ofEdition(edition)} (source\u00a0: ${source}).`,
    above: ({ difference, base, edition, source }) =>
      `C’est ${difference} de plus que le chiffre publié pour une édition antérieure, ${base}${ofEdition(edition)} (source\u00a0: ${source}).`,
    none: ({ base, edition, source }) =>
      `Ce n’est pas un record\u00a0: il a été publié pour une édition antérieure ${base}${ofEdition(edition)} (source\u00a0: ${source}).`,
  },
  state: {
    allSettled: (days) =>
      `Les chiffres comptés sont définitifs\u00a0: tous les jours de l’édition sont arrêtés (${days}).`,
    someSettled: (settled, days, moment) =>
      `Les chiffres comptés sont provisoires\u00a0: ${settled} arrêtés sur ${days}, les autres en direct au ${moment}.`,
    nothingCounted: "Rien n’a encore été compté\u00a0: ces chiffres ont été saisis ou publiés.",
    noneSettled: (moment) =>
      `Les chiffres comptés sont provisoires\u00a0: aucun jour n’est encore arrêté, ils sont en direct au ${moment}.`,
    rehearsal: "L’édition est un brouillon\u00a0: ce qui y est compté est une répétition et ne compte pas.",
  },
  sources: {
    counted: (names) => `Comptés aux portes\u00a0: ${names}.`,
    entered: (names) => `Saisis par les organisateurs\u00a0: ${names}.`,
    published: (names, source) => `Publiés (${source})\u00a0: ${names}.`,
  },
  document: {
    title: "Communiqué de presse",
    figures: "Origine de chaque chiffre",
    figure: "Chiffre",
    value: "Valeur",
    origin: "Origine",
    page: "Page",
    of: "sur",
  },
  origins: {
    counted: "compté au registre, jours arrêtés",
    live: "compté au registre, provisoire",
    entered: "saisi par les organisateurs",
    published: (source) => `publié\u00a0: ${source}`,
    none: "manque",
  },
  polish: (text) => text.replaceAll(/\bde (?=environ\b)/g, "d’"),
  template: `{{edition.name}}\u00a0: {{visits.total}} en {{edition.days}}

{{edition.city}}, le {{release.date}} – «\u00a0{{edition.name}}\u00a0» ({{edition.dates}}, {{edition.venue}}) a enregistré {{visits.total}}, dont {{visits.weekend}} le week-end ({{weekend.days}}). Le jour le plus fréquenté a été le {{peak.day}}, avec {{peak.visits}}.

{{record.claim}}

Le site réunissait {{pavilions.total}} et {{spaces.area}} d’espaces thématiques couverts. Aux portes des pavillons, {{visits.pavilions}} ont été enregistrées. Les salles ont accueilli {{seminars.total}}.

Des élèves de {{schools.total}} ({{schools.kinds}}) sont venus, ainsi que des représentants de {{bodies.total}}. Le public est venu de {{cities.names}} et d’ailleurs.

L’événement a été suivi par {{media.outlets}}, avec {{media.activities}}. La diffusion en direct a recueilli {{broadcast.views}}.

{{figures.state}}
{{figures.sources}}`,
};

function ofEdition(edition: string | null): string {
  return edition === null ? "" : `, «\u00a0${edition}\u00a0»`;
}
