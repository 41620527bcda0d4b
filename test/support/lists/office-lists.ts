import type { ImportReading, RowOutcome } from "@abwab/contract";
import writeWorkbook from "write-excel-file/node";
import type { RowValues } from "../../../apps/api/src/imports/reading/preview-row.ts";
import { encodeText } from "./encode-text.ts";
import { workbookOf, zipOf } from "./zip-of.ts";

/** A file as an office sent it, and what is to become of it. */
export interface OfficeList {
  name: string;
  fileName: string;
  content: () => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
  fault?: string;
  reading?: Partial<ImportReading>;
  outcomes?: Partial<Record<RowOutcome, number>>;
  /** Of the first row that is no title. */
  first?: RowValues;
}

type Cell = string | number | Date | null | { value: string | number; columnSpan?: number; rowSpan?: number };
interface SheetGiven {
  rightToLeft?: boolean;
  name?: string;
}

const cellOf = (cell: Cell) => {
  if (cell === null) return null;
  if (cell instanceof Date) return { value: cell, type: Date, format: "dd/mm/yyyy" };
  if (typeof cell === "object") return { ...cell, type: typeof cell.value === "number" ? Number : String };
  return { value: cell, type: typeof cell === "number" ? Number : String };
};

/** A workbook as a program writes it. */
async function workbook(...sheets: { rows: Cell[][]; options?: SheetGiven }[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = sheets.map(({ rows, options }, index) => ({
    sheet: options?.name ?? `Feuil${index + 1}`,
    data: rows.map((row) => row.map(cellOf)),
    ...(options?.rightToLeft && { rightToLeft: true }),
  }));
  return Uint8Array.from(await (writeWorkbook as unknown as WriteSheets)(written).toBuffer());
}
type WriteSheets = (sheets: object[]) => { toBuffer(): Promise<Buffer> };

const AR_TITLES = ["اسم المؤسسة", "المدينة", "عدد التلاميذ", "الهاتف"];
const AR_ROWS = [
  ["مدرسة ابن خلدون", "الجديدة", "45", "0523341234"],
  ["ثانوية المختار السوسي", "سطات", "30", ""],
];
const AR_FIRST = { nameAr: "مدرسة ابن خلدون", city: "الجديدة", province: "06.181", expectedPupils: "45" };
const AR_FIELDS: ImportReading["fields"] = ["nameAr", "city", "expectedPupils", "contactPhone"];
const FR_TITLES = ["Établissement", "Ville", "Effectif", "Téléphone"];
const FR_ROWS = [
  ["École Ibn Khaldoun", "El Jadida", "45", "0523341234"],
  ["Collège Salé-Médina", "Salé", "30", ""],
];
const FR_FIRST = { nameFr: "École Ibn Khaldoun", city: "El Jadida", province: "06.181", expectedPupils: "45" };
const FR_FIELDS: ImportReading["fields"] = ["nameFr", "city", "expectedPupils", "contactPhone"];

const table = (rows: readonly (readonly string[])[], separator: string, end = "\r\n"): string =>
  rows.map((row) => row.join(separator) + end).join("");
const ar = (separator: string): string => table([AR_TITLES, ...AR_ROWS], separator);
const fr = (separator: string): string => table([FR_TITLES, ...FR_ROWS], separator);
const csv = (text: string) => () => encodeText(text, "utf-8");

const texts: OfficeList[] = [
  ...(["utf-8", "utf-16le", "utf-16be"] as const).flatMap((encoding) =>
    [true, false].map((mark): OfficeList => ({
      name: `Arabic in ${encoding} ${mark ? "with" : "without"} its mark`,
      fileName: "لائحة.csv",
      content: () => encodeText(ar(";"), encoding, mark),
      reading: { encoding, separator: ";", headerRow: 0, fields: AR_FIELDS, defaultType: "school" },
      outcomes: { new: 2 },
      first: AR_FIRST,
    })),
  ),
  {
    name: "Arabic in windows-1256",
    fileName: "liste.csv",
    content: () => encodeText(ar(";"), "windows-1256"),
    reading: { encoding: "windows-1256", fields: AR_FIELDS },
    outcomes: { new: 2 },
    first: AR_FIRST,
  },
  {
    name: "Arabic and French in windows-1256",
    fileName: "liste.csv",
    content: () => encodeText(`الاسم;Etablissement;Ville\r\nمدرسة النور;Ecole Ennour (privée);Fès\r\n`, "windows-1256"),
    reading: { encoding: "windows-1256", fields: ["nameAr", "nameFr", "city"] },
    outcomes: { new: 1 },
    first: { nameAr: "مدرسة النور", nameFr: "Ecole Ennour (privée)", province: "03.231" },
  },
  {
    name: "French in windows-1252, with capitals that windows-1256 has Arabic letters for",
    fileName: "liste.csv",
    content: () => encodeText(fr(";").toUpperCase(), "windows-1252"),
    reading: { encoding: "windows-1252", fields: FR_FIELDS },
    outcomes: { new: 2 },
    first: { nameFr: "ÉCOLE IBN KHALDOUN", city: "EL JADIDA" },
  },
  ...([",", "\t", "|"] as const).map((separator): OfficeList => ({
    name: `French with ${JSON.stringify(separator)} between the cells`,
    fileName: "liste.csv",
    content: csv(fr(separator)),
    reading: { encoding: "utf-8", separator, fields: FR_FIELDS, defaultType: "school" },
    outcomes: { new: 2 },
    first: FR_FIRST,
  })),
  {
    name: "quoted cells with line breaks, separators and quotation marks",
    fileName: "liste.csv",
    content: csv('Nom,Ville\n"École ""La Paix"",\nannexe",Rabat\n'),
    reading: { separator: ",", fields: ["nameFr", "city"] },
    outcomes: { new: 1 },
    first: { nameFr: 'École "La Paix", annexe', city: "Rabat" },
  },
  {
    name: "a quotation mark that is never closed",
    fileName: "liste.csv",
    content: csv('Nom;Ville\nÉcole A;Fès\n"École B;Rabat\nÉcole C;Safi\n'),
    outcomes: { new: 3 },
  },
  {
    name: "a title block, blank rows, a total and a signature around the table",
    fileName: "لائحة.csv",
    content: csv(
      `المملكة المغربية;;;\nوزارة التربية الوطنية;;;\n;;;\nلائحة المؤسسات المشاركة برسم 2025/2026;;;\n;;;\n${ar(";")};;;\nمدرسة الأمل;برشيد;20;\nالمجموع;;95;\n;;;\nحرر بالجديدة;;;\n`,
    ),
    reading: { headerRow: 5, fields: AR_FIELDS },
    outcomes: { new: 3 },
    first: AR_FIRST,
  },
  {
    name: "a header of two rows",
    fileName: "liste.csv",
    content: csv(
      "Établissement;Ville;Effectif prévu;;Contact;\n;;Élèves;Accompagnateurs;Responsable;Tél\nÉcole A;Fès;40;4;M. Alami;0600000001\n",
    ),
    reading: {
      headerRow: 1,
      fields: ["nameFr", "city", "expectedPupils", "expectedAdults", "contactName", "contactPhone"],
    },
    outcomes: { new: 1 },
    first: { expectedPupils: "40", expectedAdults: "4", contactName: "M. Alami" },
  },
  {
    name: "no header at all",
    fileName: "مدارس.csv",
    content: csv("مدرسة النخيل;0600000001\nثانوية الزيتون;0600000002\n"),
    reading: { headerRow: -1, fields: ["nameAr", "contactPhone"] },
    outcomes: { new: 2 },
  },
  {
    name: "tatweel, double spaces, marks of direction, Arabic-Indic digits and presentation forms",
    fileName: "لائحة.csv",
    content: csv(
      `\u200fاسم المؤسسة\u200f;المديـــنة;عدد  التلاميذ\n\u202bمدرســة   ابن\u00a0خلدون\u202c;\u200fالجديدة;٤٥\nﻣﺪﺭﺳﺔ ﺍﻟﻨﻮﺭ;سطات;۳۰ تلميذا\n`,
    ),
    reading: { fields: ["nameAr", "city", "expectedPupils"] },
    outcomes: { new: 2 },
    first: { nameAr: "مدرسة ابن خلدون", city: "الجديدة", expectedPupils: "45" },
  },
  {
    name: "the header again on each page, and empty columns",
    fileName: "liste.csv",
    content: csv("Nom;;Ville;;\nÉcole A;;Fès;;\nNom;;Ville;;\nÉcole B;;Fès;;\n"),
    reading: { fields: ["nameFr", "ignore", "city"] },
    outcomes: { new: 2 },
  },
  {
    name: "types and kinds in words, and what does not fit",
    fileName: "liste.csv",
    content: csv(
      "الاسم;النوع;الطبيعة\nالنور;مدرسة;خصوصية\nالتضامن;جمعية;\nأصوات;إذاعة;\nالشروق;مدرسة;جريدة\nبدون نوع;شيء آخر;\n",
    ),
    outcomes: { new: 4, wrong: 1 },
    first: { nameAr: "النور", type: "school", kind: "private" },
  },
  {
    name: "rows that repeat, and rows that look alike",
    fileName: "liste.csv",
    content: csv("Nom;Ville\nÉcole Ibn Khaldoun;El Jadida\nECOLE IBN KHALDOUN;Eljadida\nEcole Ibn Khaldun;El Jadida\n"),
    outcomes: { new: 1, wrong: 1, doubtful: 1 },
  },
  {
    name: "names, numbers, telephones and addresses that are none",
    fileName: "liste.csv",
    content: csv(
      `Nom;Effectif;Téléphone;E-mail\n;10;;\nÉcole A;beaucoup;;\nÉcole B;1 200 élèves;12;a@b\nÉcole C;999999;;\n${"x".repeat(201)};1;;\n`,
    ),
    outcomes: { wrong: 4, new: 1 },
  },
  {
    name: "said to be separated by what it is, as Excel writes it",
    fileName: "liste.csv",
    content: csv("sep=|\nNom|Ville\nÉcole A|Fès\n"),
    reading: { separator: "|", headerRow: 1 },
    outcomes: { new: 1 },
  },
];

const workbooks: OfficeList[] = [
  {
    name: "a right-to-left sheet with a merged title and merged cells of provinces",
    fileName: "لائحة.xlsx",
    content: () =>
      workbook({
        rows: [
          [{ value: "لائحة المؤسسات التعليمية", columnSpan: 3 }, null, null],
          [null, null, null],
          ["اسم المؤسسة", "الإقليم", "عدد التلاميذ"],
          ["مدرسة ابن خلدون", { value: "الجديدة", rowSpan: 2 }, 45],
          ["ثانوية المختار السوسي", null, 30],
        ],
        options: { rightToLeft: true },
      }),
    reading: { encoding: null, separator: null, sheet: "Feuil1", headerRow: 2 },
    outcomes: { new: 2 },
    first: { nameAr: "مدرسة ابن خلدون", province: "06.181", expectedPupils: "45" },
  },
  {
    name: "several sheets, the fullest is the list",
    fileName: "liste.xlsx",
    content: () =>
      workbook(
        { rows: [["Mode d’emploi"]], options: { name: "Lisez-moi" } },
        { rows: [FR_TITLES, ...FR_ROWS], options: { name: "Établissements" } },
        { rows: [[null]], options: { name: "Feuil3" } },
      ),
    reading: { sheet: "Établissements", headerRow: 0, fields: FR_FIELDS },
    outcomes: { new: 2 },
    first: FR_FIRST,
  },
  {
    name: "dates as serial numbers and telephones as numbers",
    fileName: "liste.xlsx",
    content: () =>
      workbook({
        rows: [
          ["Nom", "Date de visite", "Téléphone", "Effectif"],
          ["École A", new Date("2025-05-17T00:00:00Z"), 612345678, 40],
        ],
      }),
    reading: { fields: ["nameFr", "ignore", "contactPhone", "expectedPupils"] },
    outcomes: { new: 1 },
    first: { contactPhone: "0612345678", expectedPupils: "40" },
  },
  {
    name: "formulas, errors of formulas, rich texts and cells without a result",
    fileName: "liste.xlsx",
    content: () =>
      workbookOf(
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>N</t></r><r><t>om</t></r></is></c><c r="B1" t="inlineStr"><is><t>Effectif</t></is></c></row>' +
          '<row r="2"><c r="A2" t="str"><f>A9</f><v>École &amp; Cie</v></c><c r="B2"><f>20+20</f><v>40</v></c></row>' +
          '<row r="3"><c r="A3" t="str"><f>A9</f></c><c r="B3" t="e"><v>#REF!</v></c></row>' +
          '<row r="9"><c r="A9" t="inlineStr"><is><t>École B</t></is></c><c r="B9" t="e"><v>#N/A</v></c></row>',
      ),
    outcomes: { new: 2, wrong: 1 },
    first: { nameFr: "École & Cie", expectedPupils: "40" },
  },
];

const repeated = (text: string, times: number): string => text.repeat(times);
const hostile: OfficeList[] = [
  { name: "an empty file", fileName: "a.csv", content: () => new Uint8Array(0), fault: "empty_file" },
  { name: "blanks only", fileName: "a.csv", content: csv(" ;;\n\n  ;\n"), fault: "empty_file" },
  { name: "a PDF that is called CSV", fileName: "a.csv", content: csv("%PDF-1.7\n%\n1 0 obj"), fault: "pdf" },
  {
    name: "a web page that is called a workbook",
    fileName: "a.xls",
    content: csv("<html><body><table><tr><td>École</td></tr></table></body></html>"),
    fault: "web_page",
  },
  {
    name: "a workbook of Excel before 2007",
    fileName: "a.xls",
    content: () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(512).fill(0)]),
    fault: "old_excel",
  },
  {
    name: "a workbook with a password",
    fileName: "a.xlsx",
    content: () =>
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.alloc(508), ...Buffer.from("EncryptedPackage", "utf16le")]),
    fault: "password_protected",
  },
  {
    name: "a table of LibreOffice",
    fileName: "a.ods",
    content: () => zipOf([{ name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" }]),
    fault: "open_document",
  },
  {
    name: "an archive that is no workbook",
    fileName: "a.xlsx",
    content: () => zipOf([{ name: "a.txt", content: "a" }]),
    fault: "unknown_format",
  },
  {
    name: "a locked archive",
    fileName: "a.xlsx",
    content: () => zipOf([{ name: "xl/workbook.xml", content: "x", encrypted: true }]),
    fault: "password_protected",
  },
  {
    name: "a workbook that was cut off",
    fileName: "a.xlsx",
    content: async () => (await workbook({ rows: [FR_TITLES, ...FR_ROWS] })).slice(0, 900),
    fault: "broken_workbook",
  },
  {
    name: "a sheet that unpacks to 140 MB",
    fileName: "a.xlsx",
    content: () => workbookOf(repeated(`<row>${repeated(" ", 1_000)}</row>`, 140_000)),
    fault: "too_much_inside",
  },
  {
    name: "entities that would grow",
    fileName: "a.xlsx",
    content: () =>
      zipOf([{ name: "xl/workbook.xml", content: '<!DOCTYPE a [<!ENTITY b "bbbb">]><workbook>&b;</workbook>' }]),
    fault: "broken_workbook",
  },
  {
    name: "ten thousand columns",
    fileName: "a.csv",
    content: csv(`${Array.from({ length: 10_000 }, (_, column) => `c${column}`).join(";")}\n1;2\n`),
    fault: "too_many_columns",
  },
  {
    name: "a hundred thousand rows and one",
    fileName: "a.csv",
    content: csv(`Nom;Ville\n${repeated("École;Fès\n", 100_001)}`),
    fault: "too_many_rows",
  },
  {
    name: "bytes of a program",
    fileName: "a.csv",
    content: () => Uint8Array.from({ length: 4_096 }, (_, at) => ((at * 7919) % 251) % 32),
    fault: "unknown_format",
  },
  {
    name: "a picture",
    fileName: "a.csv",
    content: () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]),
    fault: "unknown_format",
  },
  {
    name: "a stray NUL in a text",
    fileName: "a.csv",
    content: csv("Nom;Ville\nÉcole\0 A;Fès\n"),
    outcomes: { new: 1 },
    first: { nameFr: "École A" },
  },
];

/** Files in every encoding and shape that offices send, and those that are no lists. */
export const officeLists: readonly OfficeList[] = [...texts, ...workbooks, ...hostile];
