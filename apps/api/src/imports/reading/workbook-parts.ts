import { ListFault } from "./list-fault.ts";
import { scanXml } from "./scan-xml.ts";
import type { ZipArchive } from "./zip-archive.ts";

export interface SheetPart {
  name: string;
  /** Path of its XML in the archive. */
  path: string;
  isHidden: boolean;
}

export interface WorkbookParts {
  sheets: SheetPart[];
  /** Days are counted from 1904, as old Macs did. */
  from1904: boolean;
  sharedStrings: string[];
  /** Whether a cell with this style, by its number, is a date. */
  dateStyles: boolean[];
}

const WORKBOOK = "xl/workbook.xml";

/** What a workbook is made of, but for the cells. Throws `ListFault` for an archive that is none. */
export function readParts(archive: ZipArchive): WorkbookParts {
  const xml = archive.text(WORKBOOK);
  if (xml === undefined) throw noWorkbook(archive);
  const targets = readTargets(archive.text("xl/_rels/workbook.xml.rels") ?? "");
  const sheets: SheetPart[] = [];
  let from1904 = false;
  scanXml(xml, {
    open(name, attribute) {
      if (name === "workbookPr") from1904 = /^(?:1|true)$/.test(attribute("date1904") ?? "");
      if (name !== "sheet") return;
      const path = targets.byId.get(attribute("id") ?? "");
      if (path === undefined || !archive.has(path)) return;
      sheets.push({ name: attribute("name") ?? "", path, isHidden: (attribute("state") ?? "visible") !== "visible" });
    },
    close: () => undefined,
  });
  if (sheets.length === 0) throw new ListFault("broken_workbook", "It has no sheet.");
  return {
    sheets,
    from1904,
    sharedStrings: readSharedStrings(archive.text(targets.sharedStrings) ?? ""),
    dateStyles: readDateStyles(archive.text(targets.styles) ?? ""),
  };
}

function noWorkbook(archive: ZipArchive): ListFault {
  const kind = archive.has("mimetype") ? archive.text("mimetype") : undefined;
  if (kind?.includes("opendocument")) return new ListFault("open_document", "A table of LibreOffice.");
  const isOffice = archive.has("[Content_Types].xml");
  return isOffice
    ? new ListFault("unknown_format", "An office document that is no plain workbook.")
    : new ListFault("unknown_format", "An archive that is no workbook.");
}

interface Targets {
  byId: ReadonlyMap<string, string>;
  sharedStrings: string;
  styles: string;
}

function readTargets(xml: string): Targets {
  const byId = new Map<string, string>();
  let sharedStrings = "xl/sharedStrings.xml";
  let styles = "xl/styles.xml";
  scanXml(xml, {
    open(name, attribute) {
      const target = attribute("Target");
      if (name !== "Relationship" || target === undefined) return;
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
      byId.set(attribute("Id") ?? "", path);
      const type = attribute("Type") ?? "";
      if (type.endsWith("/sharedStrings")) sharedStrings = path;
      if (type.endsWith("/styles")) styles = path;
    },
    close: () => undefined,
  });
  return { byId, sharedStrings, styles };
}

/** Texts that cells name by number; of one with several looks its parts, without what is said of how it sounds. */
function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = "";
  let isText = false;
  let isPhonetic = false;
  scanXml(xml, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") isPhonetic = true;
      else if (name === "t") isText = !isPhonetic;
    },
    close(name) {
      if (name === "si") strings.push(text);
      else if (name === "rPh") isPhonetic = false;
      else if (name === "t") isText = false;
    },
    text: (part) => {
      if (isText) text += part;
    },
  });
  return strings;
}

/** Number formats that Excel has of itself: ECMA-376 part 1, 18.8.30. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
/** What of a format is text: quoted, escaped, or a colour, a condition or a language in brackets. */
const FORMAT_TEXT = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

function readDateStyles(xml: string): boolean[] {
  const customDates = new Set<number>();
  const styles: boolean[] = [];
  let isCellStyle = false;
  scanXml(xml, {
    open(name, attribute) {
      if (name === "numFmt") {
        const code = (attribute("formatCode") ?? "").replace(FORMAT_TEXT, "");
        if (/[dmyhs]/i.test(code) && !/general/i.test(code)) customDates.add(Number(attribute("numFmtId")));
      } else if (name === "cellXfs") isCellStyle = true;
      else if (name === "xf" && isCellStyle) {
        const id = Number(attribute("numFmtId") ?? 0);
        styles.push(customDates.has(id) || isBuiltInDate(id));
      }
    },
    close(name) {
      if (name === "cellXfs") isCellStyle = false;
    },
  });
  return styles;
}
