import type { OrganisationType } from "@abwab/contract";
import { defineMessages } from "../i18n/messages.ts";

/** What sorts of organisations there are: a type and a kind stand under their own names, many of a type under their plural. */
export const organisationWords = defineMessages("organisation-words", {
  ar: {
    school: "مدرسة",
    civil_society: "مجتمع مدني",
    media: "منبر إعلامي",
    institution: "مؤسسة",
    schools: "المدارس",
    civilSocieties: "المجتمع المدني",
    mediaOutlets: "المنابر الإعلامية",
    institutions: "المؤسسات",
    public: "عمومية",
    private: "خصوصية",
    traditional: "عتيقة",
    quranic: "قرآنية",
    press: "صحافة مكتوبة",
    television: "تلفزة",
    radio: "إذاعة",
    online: "صحافة إلكترونية",
  },
  fr: {
    school: "École",
    civil_society: "Société civile",
    media: "Média",
    institution: "Institution",
    schools: "Écoles",
    civilSocieties: "Société civile",
    mediaOutlets: "Médias",
    institutions: "Institutions",
    public: "publique",
    private: "privée",
    traditional: "traditionnelle",
    quranic: "coranique",
    press: "presse écrite",
    television: "télévision",
    radio: "radio",
    online: "presse en ligne",
  },
  en: {
    school: "School",
    civil_society: "Civil society",
    media: "Media outlet",
    institution: "Institution",
    schools: "Schools",
    civilSocieties: "Civil society",
    mediaOutlets: "Media outlets",
    institutions: "Institutions",
    public: "public",
    private: "private",
    traditional: "traditional",
    quranic: "Quranic",
    press: "press",
    television: "television",
    radio: "radio",
    online: "online",
  },
});

/** Many organisations of a type. */
export const organisationTypesTexts = {
  school: "schools",
  civil_society: "civilSocieties",
  media: "mediaOutlets",
  institution: "institutions",
} as const satisfies Record<OrganisationType, string>;
