import type { ImportField, RowProblem, RowProblemCode } from "@abwab/contract";

export type Locale = "ar" | "fr" | "en";

interface Words {
  /** Title of the column that says why. */
  why: string;
  /** Between two reasons. */
  and: string;
  fields: Readonly<Partial<Record<ImportField, string>>>;
  problems: Readonly<Record<RowProblemCode, string>>;
}

/** Why a row was not taken, for the office that sent it; `{}` is what stands in the file. */
const words: Readonly<Record<Locale, Words>> = {
  ar: {
    why: "سبب عدم القبول",
    and: "؛ ",
    fields: {
      type: "النوع",
      kind: "الصنف",
      nameAr: "الاسم",
      nameFr: "الاسم بالفرنسية",
      city: "المدينة",
      province: "الإقليم أو العمالة",
      expectedPupils: "عدد التلاميذ",
      expectedAdults: "عدد المرافقين",
      contactName: "اسم المسؤول",
      contactPhone: "الهاتف",
      contactEmail: "البريد الإلكتروني",
      reference: "المرجع",
      category: "الفئة",
      status: "الحالة",
      validFrom: "بداية الصلاحية",
      validUntil: "نهاية الصلاحية",
    },
    problems: {
      missing: "الخانة فارغة",
      unknown_value: "«{}» غير معروف",
      kind_of_other_type: "«{}» لا يناسب النوع",
      not_a_number: "«{}» ليس عددا",
      out_of_range: "العدد «{}» أكبر من المعقول",
      not_a_phone: "«{}» ليس رقم هاتف",
      not_an_email: "«{}» ليس بريدا إلكترونيا",
      not_a_date: "«{}» ليس تاريخا",
      in_the_past: "«{}» انقضى",
      not_before_end: "«{}» ليس قبل النهاية",
      too_long: "النص أطول من 200 حرف",
      error_in_cell: "في الخانة خطأ من Excel: {}",
      repeated_row: "مكرر في السطر {}",
      like_row: "يشبه السطر {}، ولم يتقرر هل هما واحد",
      like_organisation: "يشبه «{}» في السجل، ولم يتقرر هل هما واحد",
      other_category: "للمرجع بطاقة مغايرة: «{}»",
      revoked_pass: "ألغيت بطاقة هذا المرجع",
      cancelled: "الطلب ملغى أو غير مؤدى: «{}»",
    },
  },
  fr: {
    why: "Motif du refus",
    and: " ; ",
    fields: {
      type: "Type",
      kind: "Statut",
      nameAr: "Nom",
      nameFr: "Nom en français",
      city: "Ville",
      province: "Province ou préfecture",
      expectedPupils: "Nombre d’élèves",
      expectedAdults: "Nombre d’accompagnateurs",
      contactName: "Nom du contact",
      contactPhone: "Téléphone",
      contactEmail: "Adresse électronique",
      reference: "Référence",
      category: "Catégorie",
      status: "État",
      validFrom: "Valable dès",
      validUntil: "Valable jusqu’à",
    },
    problems: {
      missing: "la case est vide",
      unknown_value: "« {} » n’est pas connu",
      kind_of_other_type: "« {} » ne va pas avec le type",
      not_a_number: "« {} » n’est pas un nombre",
      out_of_range: "« {} » est trop grand pour être vrai",
      not_a_phone: "« {} » n’est pas un numéro de téléphone",
      not_an_email: "« {} » n’est pas une adresse électronique",
      not_a_date: "« {} » n’est pas une date",
      in_the_past: "« {} » est passé",
      not_before_end: "« {} » n’est pas avant la fin",
      too_long: "le texte dépasse 200 caractères",
      error_in_cell: "la case contient une erreur d’Excel : {}",
      repeated_row: "répète la ligne {}",
      like_row: "ressemble à la ligne {}, sans qu’on ait dit si c’est la même",
      like_organisation: "ressemble à « {} » du registre, sans qu’on ait dit si c’est le même",
      other_category: "la référence a un badge différent : « {} »",
      revoked_pass: "le badge de cette référence a été révoqué",
      cancelled: "commande annulée ou impayée : « {} »",
    },
  },
  en: {
    why: "Why it was not taken",
    and: "; ",
    fields: {
      type: "Type",
      kind: "Kind",
      nameAr: "Name",
      nameFr: "Name in French",
      city: "City",
      province: "Province or prefecture",
      expectedPupils: "Number of pupils",
      expectedAdults: "Number of adults",
      contactName: "Contact’s name",
      contactPhone: "Telephone",
      contactEmail: "E-mail address",
      reference: "Reference",
      category: "Category",
      status: "Status",
      validFrom: "Valid from",
      validUntil: "Valid until",
    },
    problems: {
      missing: "the cell is empty",
      unknown_value: "“{}” is not known",
      kind_of_other_type: "“{}” doesn’t fit the type",
      not_a_number: "“{}” is no number",
      out_of_range: "“{}” is too large to be true",
      not_a_phone: "“{}” is no telephone number",
      not_an_email: "“{}” is no e-mail address",
      not_a_date: "“{}” is no date",
      in_the_past: "“{}” is past",
      not_before_end: "“{}” is not before the end",
      too_long: "the text is longer than 200 letters",
      error_in_cell: "the cell holds an error of Excel: {}",
      repeated_row: "repeats row {}",
      like_row: "looks like row {}, and nobody has said whether it is the same",
      like_organisation: "looks like “{}” of the registry, and nobody has said whether it is the same",
      other_category: "the reference has another pass: “{}”",
      revoked_pass: "the pass of this reference has been revoked",
      cancelled: "the order was cancelled or not paid: “{}”",
    },
  },
};

export const whyTitle = (locale: Locale): string => words[locale].why;

/** All that is wrong with a row, in one cell. */
export function problemsInWords(problems: readonly RowProblem[], locale: Locale): string {
  const { fields, problems: texts, and } = words[locale];
  return problems
    .map(({ field, code, value }) => {
      const text = texts[code].replace("{}", value ?? "");
      const name = field === null ? undefined : fields[field];
      return name === undefined ? text : `${name}: ${text}`;
    })
    .join(and);
}
