import { mediaKinds, type OrganisationKind, type OrganisationType, schoolKinds } from "@abwab/contract";
import { foldTitle } from "./title-fields.ts";

/** What offices call the types and kinds, in the order in which they are looked for. */
const TYPES: readonly (readonly [OrganisationType, string])[] = [
  [
    "civil_society",
    "association, associations, societe civile, ong, cooperative, federation, club, civil society, ngo, charity, " +
      "جمعية, جمعيات, مجتمع مدني, تعاونية, فدرالية, رابطة, منتدى, شبكة",
  ],
  [
    "media",
    "media, presse, journal, radio, television, tv, chaine, site d information, press, newspaper, magazine, outlet, " +
      "إعلام, صحافة, جريدة, صحيفة, إذاعة, تلفزة, تلفزيون, قناة, منبر, مجلة, موقع إخباري, وسيلة إعلام",
  ],
  [
    "school",
    "ecole, ecoles, college, lycee, scolaire, maternelle, creche, primaire, secondaire, collegial, qualifiant, school, " +
      "groupe scolaire, medersa, madrasa, enseignement, etablissement scolaire, مدرسة, مدارس, ثانوية, إعدادية, ابتدائية, " +
      "مجموعة مدرسية, مجموعة مدارس, روض, كتاب, مؤسسة تعليمية, تعليم, ثانوي, ابتدائي, إعدادي, مدرسية, أولي",
  ],
  [
    "institution",
    "institution, ministere, administration, delegation, direction, universite, faculte, institut, office, agence, " +
      "commune, prefecture, hopital, banque, ministry, university, مؤسسة, وزارة, إدارة, مديرية, جامعة, كلية, معهد, وكالة, " +
      "جماعة, عمالة, مستشفى, بنك, هيئة, أكاديمية",
  ],
];

const KINDS: readonly (readonly [OrganisationKind, string])[] = [
  ["traditional", "traditionnel, traditionnelle, originel, traditional, atiq, عتيق, عتيقة, أصيل"],
  ["quranic", "coranique, quranic, coranic, قرآني, قرآنية, قرآن"],
  ["private", "prive, privee, prives, private, خصوصي, خصوصية, خاص, خاصة, حر"],
  ["public", "public, publique, publics, etatique, عمومي, عمومية, عام, حكومي"],
  ["television", "television, tv, tele, chaine, تلفزة, تلفزيون, قناة, تلفزي, تلفزية"],
  ["radio", "radio, إذاعة, إذاعي, إذاعية"],
  [
    "online",
    "electronique, en ligne, online, web, site, internet, numerique, digital, إلكتروني, إلكترونية, موقع, رقمي, رقمية",
  ],
  [
    "press",
    "presse, journal, papier, ecrite, press, newspaper, magazine, hebdomadaire, quotidien, جريدة, صحيفة, صحافة, ورقي, ورقية, مكتوبة, مجلة",
  ],
];

const phrases = <Meaning>(list: readonly (readonly [Meaning, string])[]) =>
  list.flatMap(([meaning, words]) => words.split(", ").map((phrase) => ({ meaning, words: ` ${foldTitle(phrase)} ` })));

const types = phrases(TYPES);
const kinds = phrases(KINDS);

/** The type that a cell or a name names, undefined where it names none. */
export function typeOf(text: string): OrganisationType | undefined {
  const folded = ` ${foldTitle(text.replaceAll("_", " "))} `;
  return types.find(({ words }) => folded.includes(words))?.meaning;
}

/** The kind that a cell names: of a school or of a media outlet. */
export function kindOf(text: string): OrganisationKind | undefined {
  const folded = ` ${foldTitle(text)} `;
  return kinds.find(({ words }) => folded.includes(words))?.meaning;
}

/** Whose kind it is. */
export const typeOfKind = (kind: OrganisationKind): OrganisationType =>
  (schoolKinds as readonly string[]).includes(kind) ? "school" : "media";

export const isKindOf = (kind: OrganisationKind, type: OrganisationType): boolean =>
  (type === "school" && (schoolKinds as readonly string[]).includes(kind)) ||
  (type === "media" && (mediaKinds as readonly string[]).includes(kind));
