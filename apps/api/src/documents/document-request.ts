/** A template of `templates/`, without `.typ`. */
export type DocumentTemplate =
  | "pass-badge"
  | "pass-sheet"
  | "group-pass"
  | "visit-confirmation"
  | "visit-list"
  | "certificate"
  | "organisation-report"
  | "programme"
  | "pairing-sheet"
  | "day-report"
  | "edition-report"
  | "zone-report"
  | "audit-report"
  | "communique";

/** What the templates are given; `locale` is the language and `words` are its texts. */
export interface DocumentData {
  locale: "ar" | "fr" | "en";
  words: Readonly<Record<string, string | readonly string[]>>;
  readonly [name: string]: unknown;
}

/** The document itself, or a picture of its first page (PNG). */
export type DocumentForm = "pdf" | "picture";

export interface DocumentRequest {
  id: number;
  template: DocumentTemplate;
  data: DocumentData;
  /** ms since the epoch: the date the document bears. */
  madeAt: number;
  as: DocumentForm;
}

export type DocumentAnswer = { id: number; file: Uint8Array } | { id: number; error: string };
