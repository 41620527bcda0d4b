import { ListFault } from "./list-fault.ts";

const ZIP = [0x50, 0x4b];
const PDF = [0x25, 0x50, 0x44, 0x46];
/** OLE compound file: Excel before 2007, and any office file that is locked with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
/** Pictures, archives, programs: PNG, JPEG, GIF, gzip, RAR, 7-zip, ELF, MZ. */
const OTHERS = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x4d, 0x5a, 0x90],
];
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");
const WEB_PAGE = /^\s*(?:<!doctype html|<html|<head|<meta|<table|<style)/i;
const OLD_EXCEL_XML = /^\s*<\?xml[\s\S]{0,400}(?:schemas-microsoft-com:office:spreadsheet|mso-application)/i;
const LOOKED_AT = 2_048;

/** What a file is, by what stands in it: its name says nothing sure. Throws for what is no list. */
export function formatOf(bytes: Uint8Array): "workbook" | "text" {
  const begins = (signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (bytes.length === 0) throw new ListFault("empty_file", "The file is empty.");
  if (begins(ZIP)) return "workbook";
  if (begins(PDF)) throw new ListFault("pdf", "A PDF is no list.");
  if (begins(COMPOUND)) {
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED)) {
      throw new ListFault("password_protected", "The workbook is locked with a password.");
    }
    throw new ListFault("old_excel", "A workbook of Excel before 2007.");
  }
  if (OTHERS.some(begins)) throw new ListFault("unknown_format", "Neither text nor a workbook.");
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString("latin1").replace(/^ï»¿/, "").replaceAll("\0", "");
  if (WEB_PAGE.test(start)) throw new ListFault("web_page", "A web page that calls itself a list.");
  if (OLD_EXCEL_XML.test(start)) throw new ListFault("old_excel", "An XML spreadsheet of 2003.");
  return "text";
}
