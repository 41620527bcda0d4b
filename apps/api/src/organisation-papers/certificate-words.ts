import type { DocumentLocale } from "@abwab/contract";

/** What stands on a certificate of attendance, in one language. */
export interface CertificateWords {
  separator: string;
  /** How many came; pupils and adults apart where both did. */
  present: (people: string) => string;
  presentBoth: (people: string, pupils: string, adults: string) => string;
  texts: Readonly<Record<string, string>>;
}

const ar: CertificateWords = {
  separator: "، ",
  present: (people) => `عدد الحاضرين: ${people}`,
  presentBoth: (people, pupils, adults) => `عدد الحاضرين: ${people} (تلاميذ: ${pupils}، بالغون: ${adults})`,
  texts: {
    certificateTitle: "شهادة حضور",
    certify: "يشهد المنظمون بحضور",
    to: "إلى",
    reference: "المرجع",
    check: "للتحقق من هذه الشهادة يُعطى هذا المرجع للمنظمين: به يجدون الزيارة في سجل الدخول.",
    place: "حُرر في",
    date: "بتاريخ",
    signature: "التوقيع والخاتم",
  },
};

const fr: CertificateWords = {
  separator: ", ",
  present: (people) => `Personnes présentes\u00a0: ${people}`,
  presentBoth: (people, pupils, adults) =>
    `Personnes présentes\u00a0: ${people} (élèves\u00a0: ${pupils}, adultes\u00a0: ${adults})`,
  texts: {
    certificateTitle: "Attestation de présence",
    certify: "Les organisateurs attestent la présence de",
    to: "à l’édition",
    reference: "Référence",
    check:
      "Pour vérifier cette attestation, donnez cette référence aux organisateurs\u00a0: elle leur montre la visite au registre des entrées.",
    place: "Fait à",
    date: "Le",
    signature: "Signature et cachet",
  },
};

const en: CertificateWords = {
  separator: ", ",
  present: (people) => `Present: ${people}`,
  presentBoth: (people, pupils, adults) => `Present: ${people} (pupils: ${pupils}, adults: ${adults})`,
  texts: {
    certificateTitle: "Certificate of attendance",
    certify: "The organisers certify the presence of",
    to: "at",
    reference: "Reference",
    check:
      "To check this certificate, give the organisers this reference: it leads them to the visit on the record of entries.",
    place: "Done at",
    date: "On",
    signature: "Signature and stamp",
  },
};

export const certificateWords: Readonly<Record<DocumentLocale, CertificateWords>> = { ar, fr, en };
