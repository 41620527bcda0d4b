import type { LetterFault } from "@abwab/contract";

/** What came of handing a letter over: no fault where the mail server took it. */
export type MailOutcome =
  | { fault: null; answer: string }
  /** `isFinal`: the same letter would be refused again. */
  | { fault: LetterFault; answer: string; isFinal: boolean };

const ANSWER_LENGTH = 300;

/** What the library's errors carry, whatever else they are. */
interface MailError {
  code?: unknown;
  command?: unknown;
  response?: unknown;
  responseCode?: unknown;
  permanent?: unknown;
  message?: unknown;
  originalCode?: unknown;
  rejectedErrors?: unknown;
}

/**
 * A fault in words that people know.
 *
 * @param secrets texts that are left out of what the server said, should it repeat them
 */
export function outcomeOf(error: unknown, secrets: readonly string[]): MailOutcome {
  const given: MailError = typeof error === "object" && error !== null ? error : {};
  // The addresses of one letter are one: what the server said of it stands in its own error.
  const [ofAddress] = Array.isArray(given.rejectedErrors) ? (given.rejectedErrors as MailError[]) : [];
  const said = ofAddress ?? given;
  const fault = faultOf(given, said);
  // What is wrong with the settings somebody may mend; an address or a letter stays what it is.
  const isFinal = fault === "address_refused" || fault === "message_refused";
  const answer = typeof said.response === "string" ? said.response : "";
  const clean = secrets.reduce((text, secret) => text.replaceAll(secret, "…"), answer);
  return { fault, answer: clean.replaceAll(/\p{Cc}+/gu, " ").slice(0, ANSWER_LENGTH), isFinal };
}

function faultOf({ code, originalCode }: MailError, said: MailError): LetterFault {
  if (code === "EAUTH" || code === "ENOAUTH" || code === "EOAUTH2") return "sign_in_refused";
  if (typeof said.responseCode === "number") {
    if (said.permanent !== true) return "not_now";
    if (said.command === "RCPT TO") return "address_refused";
    if (said.command === "MAIL FROM") return "sender_refused";
    return "message_refused";
  }
  // An address that the library takes for none never reaches the server.
  if (code === "EENVELOPE") return "address_refused";
  if (code === "EDNS") return "not_found";
  if (code === "ETLS" || isOfCertificate(originalCode)) return "certificate";
  if (code === "ETIMEDOUT" || code === "EABORT") return "timed_out";
  return "no_connection";
}

const isOfCertificate = (code: unknown): boolean =>
  typeof code === "string" && /CERT|SSL|SELF_SIGNED|UNABLE_TO_/.test(code);
