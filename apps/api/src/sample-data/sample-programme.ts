import type { Names, NewProgrammeItem, ProgrammeKind } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";

interface SampleItem {
  kind: ProgrammeKind;
  zone: string;
  from: string;
  to: string;
  names: Names;
  /** Made-up posts, and no names of people. */
  speakers?: readonly string[];
  expected: number;
}

/** What takes place on each day. The subjects are those the press named for 2025; hours, speakers and figures are made up. */
const EVERY_DAY: readonly SampleItem[] = [
  {
    kind: "seminar",
    zone: "HALL1",
    from: "10:00",
    to: "11:30",
    names: {
      ar: "الذكاء الاصطناعي في خدمة الأمن",
      fr: "L’intelligence artificielle au service de la sécurité",
      en: "Artificial intelligence in policing",
    },
    speakers: ["متدخل نموذجي 1 – Intervenant (exemple) 1"],
    expected: 420,
  },
  {
    kind: "seminar",
    zone: "HALL1",
    from: "15:00",
    to: "16:30",
    names: {
      ar: "تأمين التظاهرات الكبرى: كأس إفريقيا وكأس العالم",
      fr: "Sécuriser les grands événements\u00a0: CAN et Coupe du monde",
      en: "Securing large events: Africa Cup and World Cup",
    },
    speakers: ["متدخل نموذجي 2 – Intervenant (exemple) 2"],
    expected: 560,
  },
  {
    kind: "workshop",
    zone: "HALL2",
    from: "11:00",
    to: "12:00",
    names: { ar: "الهوية الرقمية عملياً", fr: "L’identité numérique en pratique", en: "Digital identity in practice" },
    speakers: ["متدخل نموذجي 3 – Intervenant (exemple) 3"],
    expected: 120,
  },
  {
    kind: "show",
    zone: "ARENA",
    from: "16:00",
    to: "17:00",
    names: {
      ar: "عرض الخيالة والكلاب المدربة والوحدات الخاصة",
      fr: "Cavaliers, chiens et unités spéciales",
      en: "Mounted units, dogs and special units",
    },
    expected: 8_000,
  },
  {
    kind: "guided_visit",
    zone: "KIDS",
    from: "10:30",
    to: "11:15",
    names: {
      ar: "زيارة موجهة للتلاميذ: السلامة الطرقية",
      fr: "Visite guidée des élèves\u00a0: sécurité routière",
      en: "Guided visit for pupils: road safety",
    },
    expected: 90,
  },
];

/** The programme of some days of a sample edition. */
export function sampleProgramme(days: readonly string[], timeZone: string): NewProgrammeItem[] {
  const calendar = createCalendar(timeZone, "00:00");
  const at = (day: string, hour: string): string => new Date(calendar.instantOf(day, hour)).toISOString();
  return days.flatMap((day) =>
    EVERY_DAY.map(({ from, to, speakers = [], ...item }) => ({
      ...item,
      startsAt: at(day, from),
      endsAt: at(day, to),
      speakers: speakers.map((name) => ({ name, affiliation: null })),
      attended: null,
    })),
  );
}
