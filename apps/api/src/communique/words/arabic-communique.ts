import type { CommuniqueWords, NounForms } from "./words-of-communiques.ts";

const rules = new Intl.PluralRules("ar");

const noun = (one: string, two: string, few: string, many: string, other: string): NounForms => ({
  one,
  two,
  few,
  many,
  other,
  numberWithin: ["one", "two"],
});

/** Millions and thousands in words, in the genitive: مليونين و400 ألف; before its noun a dual loses its nun. */
function largeNumber(amount: number): string {
  const millions = Math.floor(amount / 1_000_000);
  const thousands = (amount % 1_000_000) / 1_000;
  const rest = thousands > 0 ? ` و${partOf(thousands, "ألف", "ألفي", "آلاف", "ألف")}` : "";
  return partOf(millions, "مليون", rest === "" ? "مليوني" : "مليونين", "ملايين", "مليون") + rest;
}

function partOf(count: number, one: string, two: string, few: string, other: string): string {
  if (count === 1) return one;
  if (count === 2) return two;
  return `${count} ${rules.select(count) === "few" ? few : other}`;
}

/** Figures stand in the genitive: after prepositions, as the template has them. */
export const arabicCommunique: CommuniqueWords = {
  nouns: {
    visits: noun("زيارة واحدة", "زيارتين", "زيارات", "زيارة", "زيارة"),
    pavilionVisits: noun("زيارة واحدة للأجنحة", "زيارتين للأجنحة", "زيارات للأجنحة", "زيارة للأجنحة", "زيارة للأجنحة"),
    schools: noun("مؤسسة تعليمية واحدة", "مؤسستين تعليميتين", "مؤسسات تعليمية", "مؤسسة تعليمية", "مؤسسة تعليمية"),
    publicSchools: noun("مؤسسة عمومية واحدة", "مؤسستين عموميتين", "مؤسسات عمومية", "مؤسسة عمومية", "مؤسسة عمومية"),
    privateSchools: noun("مؤسسة خصوصية واحدة", "مؤسستين خصوصيتين", "مؤسسات خصوصية", "مؤسسة خصوصية", "مؤسسة خصوصية"),
    traditionalSchools: noun("مدرسة عتيقة واحدة", "مدرستين عتيقتين", "مدارس عتيقة", "مدرسة عتيقة", "مدرسة عتيقة"),
    quranicSchools: noun("مدرسة قرآنية واحدة", "مدرستين قرآنيتين", "مدارس قرآنية", "مدرسة قرآنية", "مدرسة قرآنية"),
    pupils: noun("تلميذ واحد", "تلميذين", "تلاميذ", "تلميذاً", "تلميذ"),
    bodies: noun(
      "هيئة واحدة من المجتمع المدني",
      "هيئتين من المجتمع المدني",
      "هيئات من المجتمع المدني",
      "هيئة من المجتمع المدني",
      "هيئة من المجتمع المدني",
    ),
    outlets: noun("منبر إعلامي واحد", "منبرين إعلاميين", "منابر إعلامية", "منبراً إعلامياً", "منبر إعلامي"),
    activities: noun("نشاط إعلامي واحد", "نشاطين إعلاميين", "أنشطة إعلامية", "نشاطاً إعلامياً", "نشاط إعلامي"),
    views: noun("مشاهدة واحدة", "مشاهدتين", "مشاهدات", "مشاهدة", "مشاهدة"),
    pavilions: noun("جناح واحد", "جناحين", "أجنحة", "جناحاً", "جناح"),
    spaces: noun("فضاء واحد", "فضاءين", "فضاءات", "فضاءً", "فضاء"),
    squareMetres: noun("متر مربع واحد", "مترين مربعين", "أمتار مربعة", "متراً مربعاً", "متر مربع"),
    seminars: noun("ندوة واحدة", "ندوتين", "ندوات", "ندوة", "ندوة"),
    days: noun("يوم واحد", "يومين", "أيام", "يوماً", "يوم"),
  },
  large: (amount, { other }) => `${largeNumber(amount)} ${other}`,
  qualifiers: { about: (figure) => `نحو ${figure}`, over: (figure) => `أكثر من ${figure}` },
  names: {
    "visits.total": "مجموع الزيارات",
    "visits.weekend": "زيارات عطلة نهاية الأسبوع",
    "visits.pavilions": "زيارات الأجنحة",
    "peak.visits": "زيارات اليوم الأكثر إقبالاً",
    "schools.total": "عدد المؤسسات التعليمية",
    "schools.public": "عدد المؤسسات العمومية",
    "schools.private": "عدد المؤسسات الخصوصية",
    "schools.traditional": "عدد المدارس العتيقة",
    "schools.quranic": "عدد المدارس القرآنية",
    "pupils.total": "عدد التلاميذ",
    "bodies.total": "عدد هيئات المجتمع المدني",
    "media.outlets": "عدد المنابر الإعلامية",
    "media.activities": "عدد الأنشطة الإعلامية",
    "broadcast.views": "مشاهدات البث",
    "pavilions.total": "عدد الأجنحة",
    "spaces.total": "عدد الفضاءات الأخرى",
    "spaces.area": "مساحة الفضاءات الموضوعاتية المغطاة",
    "seminars.total": "عدد الندوات",
    "edition.name": "اسم الدورة",
    "edition.city": "المدينة",
    "edition.venue": "المكان",
    "edition.dates": "تواريخ الدورة",
    "edition.days": "عدد أيام الدورة",
    "release.date": "تاريخ البلاغ",
    "weekend.days": "أيام عطلة نهاية الأسبوع",
    "peak.day": "اليوم الأكثر إقبالاً",
    "schools.kinds": "المؤسسات التعليمية حسب النوع",
    "cities.names": "مدن قدوم الزوار",
    "record.claim": "المقارنة مع الدورات السابقة",
    "figures.state": "حالة الأرقام",
    "figures.sources": "مصادر الأرقام",
  },
  byOrigin: {
    counted: (name) => `${name} (المعدود)`,
    entered: (name) => `${name} (المُدخل)`,
    published: (name) => `${name} (المنشور)`,
  },
  exactly: (name) => `${name} (بالضبط)`,
  missing: (name) => `[ناقص: ${name}]`,
  claims: {
    record: ({ difference, base, edition, source }) =>
      `وهو رقم قياسي، يزيد بـ${difference} على أعلى رقم منشور عن دورة سابقة: ${base}${ofEdition(edition)} (المصدر: ${source}).`,
    above: ({ difference, base, edition, source }) =>
      `ويزيد ذلك بـ${difference} على ما نُشر عن دورة سابقة: ${base}${ofEdition(edition)} (المصدر: ${source}).`,
    none: ({ base, edition, source }) =>
      `وليس ذلك رقماً قياسياً، فقد نُشر عن دورة سابقة: ${base}${ofEdition(edition)} (المصدر: ${source}).`,
  },
  state: {
    allSettled: (days) => `الأرقام المعدودة نهائية: أيام الدورة كلها مقفلة (${days}).`,
    someSettled: (settled, days, moment) =>
      `الأرقام المعدودة غير نهائية: الأيام المقفلة ${settled} من ${days}، وأرقام الأيام الأخرى مباشرة إلى غاية ${moment}.`,
    nothingCounted: "لم يُعدّ شيء بعد: هذه أرقام مُدخلة أو منشورة.",
    noneSettled: (moment) => `الأرقام المعدودة غير نهائية: لم يُقفل أي يوم بعد، وهي مباشرة إلى غاية ${moment}.`,
    rehearsal: "الدورة مسودة: ما عُدّ فيها تجربة ولا يُحسب.",
  },
  sources: {
    counted: (names) => `معدود عند الأبواب: ${names}.`,
    entered: (names) => `أدخله المنظمون: ${names}.`,
    published: (names, source) => `منشور (${source}): ${names}.`,
  },
  document: {
    title: "بلاغ صحفي",
    figures: "أصل كل رقم",
    figure: "الرقم",
    value: "القيمة",
    origin: "الأصل",
    page: "صفحة",
    of: "من",
  },
  origins: {
    counted: "معدود في السجل، أيامه مقفلة",
    live: "معدود في السجل، غير نهائي",
    entered: "أدخله المنظمون",
    published: (source) => `منشور: ${source}`,
    none: "ناقص",
  },
  // The preposition is written to the word after it; only before a digit it is drawn out.
  polish: (text) => text.replaceAll(/(?<=^|[\s«(])بـ(?=[ء-ي])/g, "ب"),
  template: `«{{edition.name}}» في {{edition.days}}، بمجموع {{visits.total}}

{{edition.city}}، {{release.date}} – وصل الإقبال على «{{edition.name}}»، التي احتضنها {{edition.venue}} ({{edition.dates}})، إلى {{visits.total}}، مع {{visits.weekend}} خلال عطلة نهاية الأسبوع وحدها ({{weekend.days}}). وكان يوم {{peak.day}} أكثر الأيام إقبالاً، مع {{peak.visits}}.

{{record.claim}}

وتوزّع الموقع على {{pavilions.total}}، وعلى {{spaces.area}} من الفضاءات الموضوعاتية المغطاة. ووصلت الحصيلة عند أبواب الأجنحة إلى {{visits.pavilions}}. وامتدّ البرنامج على {{seminars.total}}.

وحضر تلاميذ من {{schools.total}} ({{schools.kinds}})، وممثلون عن {{bodies.total}}. وقدم الزوار من {{cities.names}} وغيرها.

وحظي الحدث بمواكبة {{media.outlets}}، من خلال {{media.activities}}، ووصل البث المباشر إلى {{broadcast.views}}.

{{figures.state}}
{{figures.sources}}`,
};

function ofEdition(edition: string | null): string {
  return edition === null ? "" : `، «${edition}»`;
}
