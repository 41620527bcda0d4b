import type { ImportFault, ImportField, ImportReading, ImportSubject } from "@abwab/contract";
import type { PreviewRow } from "./preview-row.ts";
import type { ReadingCorrection } from "./raw-table.ts";

/** An organisation of the registry, as rows are compared with it. */
export interface KnownOrganisation {
  id: string;
  type: string;
  kind: string | null;
  nameAr: string | null;
  nameFr: string | null;
  city: string | null;
  province: string | null;
  expectedPupils: number;
  expectedAdults: number;
  contactName: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
}

/** A pass that was made of an earlier list. */
export interface KnownPassReference {
  code: string;
  reference: string;
  category: string;
  /** ms since the epoch. */
  validFrom: number | null;
  validUntil: number | null;
  revoked: boolean;
}

export interface KnownMapping {
  titles: string[];
  fields: ImportField[];
}

export interface ListRequest {
  content: Uint8Array;
  fileName: string;
  subject: ImportSubject;
  /** What a person corrected; the rest is guessed. */
  correction: ReadingCorrection;
  /** How lists with certain titles were read before, the latest first. */
  mappings: readonly KnownMapping[];
  /** The edition's, for attendees. */
  categories: readonly string[];
  /** ms since the epoch. */
  now: number;
  /** The edition's: hours without an offset are its own. */
  timeZone: string;
}

/** What was found in a file, before its rows. */
export interface FoundList {
  reading: ImportReading;
  sheets: string[];
  columns: string[];
  sample: string[][];
  remembered: boolean;
  total: number;
}

export type ToProcess =
  | { kind: "organisations"; known: KnownOrganisation[] }
  | { kind: "passes"; known: KnownPassReference[] }
  | { kind: "read"; request: ListRequest }
  /** The last rows were taken: send more. */
  | { kind: "next" };

export type FromProcess =
  | { kind: "found"; found: FoundList }
  | { kind: "rows"; rows: PreviewRow[] }
  | { kind: "done" }
  | { kind: "fault"; fault: ImportFault }
  | { kind: "error"; message: string };
