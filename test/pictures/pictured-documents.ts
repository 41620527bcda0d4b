import type { DocumentLocale, Edition, ProgrammeKind, Zone } from "@abwab/contract";
import { openIntervals } from "@abwab/domain";
import { pairingSheet } from "../../apps/api/src/devices/pairing-sheet.ts";
import type { DocumentData, DocumentTemplate } from "../../apps/api/src/documents/document-request.ts";
import { passDocument } from "../../apps/api/src/printing/pass-document.ts";
import { confirmations, dayList } from "../../apps/api/src/printing/visit-document.ts";
import { programmeDocument } from "../../apps/api/src/programme/programme-document.ts";
import { dayDocument } from "../../apps/api/src/reports/day-document.ts";
import { editionDocument } from "../../apps/api/src/reports/edition-document.ts";
import { editionFacts } from "../../apps/api/src/reports/edition-facts.ts";
import { reportLanguage } from "../../apps/api/src/reports/report-language.ts";
import { factsOf, subjectOf } from "./fixtures/figures.ts";
import { oddVisit, papersOf, passOf, visits, withToken } from "./fixtures/groups.ts";
import { at, calendar, oddNames, oddPark, oddZones, park, zoneName, zones } from "./fixtures/park.ts";
import { certificatesOf, organisationReport } from "./fixtures/organisations.ts";
import { pressRelease } from "./fixtures/press-release.ts";
import { auditReport, zoneReport } from "./fixtures/zone-and-audit.ts";

export interface PicturedDocument {
  name: string;
  template: DocumentTemplate;
  data: (locale: DocumentLocale) => DocumentData;
}

const zoneNames = new Map(zones.map(({ code, names }) => [code, names]));
const oddLabel = oddNames.ar;

/** Every document that the service sets, and those of names that are hard to set. */
export const picturedDocuments: readonly PicturedDocument[] = [
  { name: "day-report", template: "day-report", data: (locale) => dayReport(park, zones, true, locale) },
  { name: "day-report-odd", template: "day-report", data: (locale) => dayReport(oddPark, oddZones, false, locale) },
  { name: "edition-report", template: "edition-report", data: (locale) => editionReport(park, zones, locale) },
  { name: "zone-report", template: "zone-report", data: (locale) => zoneReport(park, zones, "P01", locale) },
  { name: "zone-report-odd", template: "zone-report", data: (locale) => zoneReport(oddPark, oddZones, "P09", locale) },
  { name: "audit-report", template: "audit-report", data: (locale) => auditReport(park, zones, locale) },
  { name: "communique", template: "communique", data: pressRelease },
  { name: "pass-badge", template: "pass-badge", data: (locale) => badge(park, locale) },
  {
    name: "pass-badge-odd",
    template: "pass-badge",
    data: (locale) =>
      passDocument(
        [passOf(7, { kind: "accreditation", category: "media", label: oddLabel })],
        oddPark,
        zoneNames,
        locale,
      ),
  },
  { name: "pass-sheet", template: "pass-sheet", data: sheet },
  { name: "group-pass", template: "group-pass", data: (locale) => groupPass(park, "Lycée Ibn Khaldoun", locale) },
  { name: "group-pass-odd", template: "group-pass", data: (locale) => groupPass(oddPark, oddLabel, locale) },
  {
    name: "visit-confirmation",
    template: "visit-confirmation",
    data: (locale) => confirmations(visits.slice(0, 1).map(withToken), papersOf(park), locale),
  },
  {
    name: "visit-confirmation-odd",
    template: "visit-confirmation",
    data: (locale) => confirmations([withToken(oddVisit)], papersOf(oddPark), locale),
  },
  {
    name: "visit-list",
    template: "visit-list",
    data: (locale) =>
      dayList([oddVisit, ...visits], papersOf(park), { day: at("2025-05-19", "12:00"), zone: undefined }, locale),
  },
  {
    name: "certificate",
    template: "certificate",
    data: (locale) => certificatesOf(park, visits[0] ?? oddVisit, locale),
  },
  { name: "certificate-odd", template: "certificate", data: (locale) => certificatesOf(oddPark, oddVisit, locale) },
  {
    name: "organisation-report",
    template: "organisation-report",
    data: (locale) => organisationReport(park, false, locale),
  },
  {
    name: "organisation-report-odd",
    template: "organisation-report",
    data: (locale) => organisationReport(oddPark, true, locale),
  },
  { name: "programme", template: "programme", data: programme },
  { name: "pairing-sheet", template: "pairing-sheet", data: pairing },
];

function dayReport(edition: Edition, of: readonly Zone[], isSettled: boolean, locale: DocumentLocale): DocumentData {
  const day = edition.days[0];
  const hours = day && openIntervals(calendar, [day])[0];
  const facts = factsOf("2025-05-17", of, isSettled);
  return dayDocument(facts, subjectOf(edition, of), day, hours, reportLanguage(locale, edition));
}

function editionReport(edition: Edition, of: readonly Zone[], locale: DocumentLocale): DocumentData {
  const facts = editionFacts(edition.days.map(({ date }, index) => factsOf(date, of, index < 3)));
  return editionDocument(facts, subjectOf(edition, of), reportLanguage(locale, edition));
}

function badge(edition: Edition, locale: DocumentLocale): DocumentData {
  const issued = passOf(1, {
    kind: "accreditation",
    category: "media",
    label: "القناة الثانية 2M",
    zones: ["SITE", "P01"],
  });
  const holders = new Map([[issued.pass.code, { holder: "سلمى بناني Salma Bennani", role: "Cameraman" }]]);
  return passDocument([issued, passOf(2)], edition, zoneNames, locale, holders);
}

function sheet(locale: DocumentLocale): DocumentData {
  const labels = [null, "2M", "Hespress", oddLabel];
  const issued = Array.from({ length: 12 }, (_, index) => {
    const label = labels[index % labels.length] ?? null;
    return passOf(index, label === null ? {} : { kind: "accreditation", category: "media", label });
  });
  return passDocument(issued, park, zoneNames, locale);
}

function groupPass(edition: Edition, label: string, locale: DocumentLocale): DocumentData {
  const rest = { kind: "group", category: "pupils", label, group: { pupils: 120, adults: 9 } } as const;
  return passDocument([passOf(3, rest)], edition, zoneNames, locale);
}

function programme(locale: DocumentLocale): DocumentData {
  const kinds: readonly ProgrammeKind[] = ["seminar", "show", "workshop", "guided_visit"];
  const titles = [
    {
      ar: "الذكاء الاصطناعي في خدمة الأمن",
      fr: "L’intelligence artificielle au service de la sécurité",
      en: "AI in policing",
    },
    { ar: "عرض الخيالة", fr: "Spectacle de la police montée", en: "Show of the mounted police" },
    oddNames,
  ];
  const items = Array.from({ length: 18 }, (_, index) => ({
    id: `item-${index}`,
    zone: index % 2 === 0 ? "HALL1" : "ARENA",
    kind: kinds[index % kinds.length] ?? "seminar",
    names: titles[index % titles.length] ?? oddNames,
    startsAt: at(`2025-05-${index < 10 ? 17 : 18}`, `${String(9 + (index % 10)).padStart(2, "0")}:30`),
    endsAt: at(`2025-05-${index < 10 ? 17 : 18}`, `${10 + (index % 10)}:15`),
    speakers: index % 3 === 0 ? [{ name: "د. سلمى بناني", affiliation: "Université Chouaïb Doukkali" }] : [],
    expected: null,
    attended: null,
    changedAt: 0,
  }));
  return programmeDocument({ edition: park, items, hallOf: (code) => zoneName(code, locale), calendar }, locale);
}

function pairing(locale: DocumentLocale): DocumentData {
  const offered = Array.from({ length: 9 }, (_, index) => ({
    device: {
      id: `device-${index}`,
      name: `G1-${index + 1}`,
      checkpoint: "G1",
      zone: "SITE",
      pairedAt: null,
      lastSeenAt: null,
      pending: 0,
      clockOffsetMs: null,
      appVersion: null,
      battery: null,
    },
    offer: {
      code: `7K3M-Q2XN-4RTA-00${String(index).padStart(2, "0")}`,
      codeHash: Buffer.alloc(0),
      expiresAt: new Date(at("2025-05-16", "23:59")),
    },
  }));
  const doors = new Map([["G1", { ar: "الباب الرئيسي", fr: "Porte principale", en: "Main gate" }]]);
  return pairingSheet(
    { edition: park, offered, doors, urlOf: (code) => `https://abwab.example.ma/kiosk/?pair=${code}` },
    locale,
  );
}
