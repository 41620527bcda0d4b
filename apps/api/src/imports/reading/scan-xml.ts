import { ListFault } from "./list-fault.ts";

export type Attributes = (name: string) => string | undefined;

/** What is told of a document's parts, in their order; names come without their namespace's prefix. */
export interface XmlListener {
  open(name: string, attribute: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

const TAG = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/y;
const SKIPPED = /<(?:\?[\s\S]*?\?>|!--[\s\S]*?-->)/y;
const PLAIN = /<!\[CDATA\[([\s\S]*?)\]\]>/y;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,10}));/g;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Goes through the XML of a workbook's part once. Documents that declare types or entities of their own are refused:
 * no office program writes them, and entities are how a small file becomes a large one. Throws `ListFault`.
 */
export function scanXml(xml: string, listener: XmlListener): void {
  let at = 0;
  for (;;) {
    const tag = xml.indexOf("<", at);
    if (tag < 0) return;
    if (tag > at) listener.text?.(decode(xml.slice(at, tag)));
    at = readMarkup(xml, tag, listener);
  }
}

function readMarkup(xml: string, start: number, listener: XmlListener): number {
  TAG.lastIndex = start;
  const tag = TAG.exec(xml);
  if (tag !== null) {
    const [, closing, name = "", attributes = "", empty] = tag;
    if (closing === "") listener.open(name, (wanted) => attributeOf(attributes, wanted));
    if (closing !== "" || empty !== "") listener.close(name);
    return TAG.lastIndex;
  }
  SKIPPED.lastIndex = start;
  if (SKIPPED.test(xml)) return SKIPPED.lastIndex;
  PLAIN.lastIndex = start;
  const plain = PLAIN.exec(xml);
  if (plain === null) throw new ListFault("broken_workbook", "A part of it is no XML that workbooks are made of.");
  listener.text?.(plain[1] ?? "");
  return PLAIN.lastIndex;
}

function attributeOf(attributes: string, wanted: string): string | undefined {
  const found = attributePattern(wanted).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decode(value);
}

const patterns = new Map<string, RegExp>();
function attributePattern(name: string): RegExp {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  return pattern;
}

function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
