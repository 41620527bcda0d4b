import type { ImportField } from "@abwab/contract";
import { foldName } from "@abwab/domain";

type Phrases = readonly (readonly [ImportField, string])[];

/**
 * Titles of columns, as offices write them, and what they mean; a comma between phrases. The first phrase that stands
 * in a title decides, so that "رقم الهاتف" is a telephone before it is a number, and "اسم المدير" a person.
 */
const ORGANISATIONS: Phrases = [
  ["contactEmail", "email, e mail, mail, courriel, adresse electronique, بريد, ايميل"],
  ["contactPhone", "telephone, tel, gsm, portable, mobile, phone, هاتف, محمول, جوال"],
  [
    "expectedAdults",
    "accompagnateurs, accompagnants, encadrants, encadrement, adultes, enseignants, professeurs, adults, teachers, " +
      "مؤطرين, مؤطرون, مؤطرات, تأطير, مرافقين, مرافقون, مرافقات, راشدين, أساتذة",
  ],
  [
    "expectedPupils",
    "eleves, effectif, effectifs, enfants, participants, beneficiaires, visiteurs, pupils, students, children, " +
      "visitors, expected, تلاميذ, تلميذات, متعلمين, متعلمات, طلبة, أطفال, مستفيدين, مشاركين, زوار",
  ],
  [
    "contactName",
    "contact, responsable, directeur, directrice, interlocuteur, referent, coordinateur, coordinatrice, president, " +
      "representant, manager, head teacher, person, مدير, مديرة, مسؤول, مسؤولة, مشرف, منسق, رئيس, رئيسة, ممثل",
  ],
  [
    "ignore",
    "code, id, massar, gresa, cin, rc, ice, patente, numero, num, no, ordre, رقم, رمز, ترتيب, رت, adresse, address, " +
      "rue, quartier, عنوان, حي, observation, observations, remarque, remarques, note, notes, ملاحظة, ملاحظات, date, " +
      "heure, تاريخ, ساعة, يوم, jour, niveau, مستوى, site web, web, fax, فاكس, signature, توقيع, إمضاء, classe, قسم",
  ],
  ["region", "region, aref, academie, جهة, أكاديمية"],
  [
    "province",
    "province, prefecture, delegation, direction provinciale, إقليم, عمالة, نيابة, مديرية إقليمية, مديرية, إقليم عمالة",
  ],
  ["city", "ville, city, town, localite, commune, lieu, مدينة, جماعة, مكان, مقر, بلدية"],
  ["kind", "statut, secteur, nature, kind, sector, قطاع, طبيعة, صنف, وضعية"],
  ["type", "type, categorie, category, نوع, فئة, سلك, cycle"],
  [
    "nameAr",
    "nom arabe, nom ar, name ar, arabic name, designation arabe, اسم, مؤسسة, مدرسة, مدارس, ثانوية, إعدادية, جمعية, " +
      "هيئة, منبر, جريدة, قناة, تسمية, مؤسسات, جمعيات, منظمة, بالعربية",
  ],
  [
    "nameFr",
    "nom, noms, etablissement, etablissements, ecole, ecoles, lycee, college, denomination, raison sociale, intitule, " +
      "libelle, association, associations, organisme, organisation, institution, institute, name, school, media, " +
      "support, titre, outlet, designation, francais, بالفرنسية",
  ],
  ["expectedPupils", "nombre, nbr, nb, عدد, count"],
];

const ARTICLE = /(?<=^| )(?:ال|لل)(?=\p{L}{2})/gu;

/** A title as titles are compared: folded, without articles. */
export const foldTitle = (title: string): string => foldName(title).replace(ARTICLE, "");

const read = (phrases: Phrases): readonly { field: ImportField; words: string }[] =>
  phrases.flatMap(([field, list]) => list.split(", ").map((phrase) => ({ field, words: ` ${foldTitle(phrase)} ` })));

const organisations = read(ORGANISATIONS);

export interface TitleGuess {
  field: ImportField;
  /** Whether the title says nothing else. */
  exact: boolean;
}

/** What a column of a list of organisations with this title holds; undefined where the title says nothing that offices call one. */
export function fieldOfTitle(title: string): TitleGuess | undefined {
  const folded = ` ${foldTitle(title)} `;
  const found = organisations.find(({ words }) => folded.includes(words));
  return found && { field: found.field, exact: folded === found.words };
}
