import type { MailStatus } from "@abwab/contract";
import { Inject, Injectable } from "@nestjs/common";
import { createTransport } from "nodemailer";
import { CONFIGURATION, type Configuration } from "../platform/configuration.ts";
import { type MailOutcome, outcomeOf } from "./mail-outcome.ts";

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;
/** A letter with all that it brings, from the look for the server to its last word. */
export const LONGEST_MAIL_MS = 60_000;

export interface MailAttachment {
  filename: string;
  content: Uint8Array;
}

export interface MailMessage {
  /** Stays the same when it is tried again, so that whoever was sent it twice can tell. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Of the texts, the first one's. */
  locale: string;
  attachments: readonly MailAttachment[];
}

/** The only place that knows the mail library. */
@Injectable()
export class MailServer {
  constructor(@Inject(CONFIGURATION) private readonly configuration: Configuration) {}

  status(): MailStatus {
    const { SMTP_URL, SMTP_FROM } = this.configuration;
    return { configured: SMTP_URL !== undefined, from: SMTP_URL === undefined ? null : (SMTP_FROM ?? null) };
  }

  /** Hands a letter to the mail server and says what came of it; it never throws for what the other side does. */
  async send(
    { id, attachments, locale, subject, ...message }: MailMessage,
    stopping: AbortSignal,
  ): Promise<MailOutcome> {
    const { SMTP_URL, SMTP_FROM } = this.configuration;
    if (SMTP_URL === undefined || SMTP_FROM === undefined)
      return { fault: "not_configured", answer: "", isFinal: false };
    const transport = createTransport({
      url: SMTP_URL,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      // A text is a text: nothing in it names a file or an address to read.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const signal = AbortSignal.any([AbortSignal.timeout(LONGEST_MAIL_MS), stopping]);
    try {
      await transport.sendMail({
        ...message,
        // A name may have been typed with a break of the line: a header has none.
        subject: subject.replaceAll(/\p{Cc}+/gu, " "),
        from: SMTP_FROM,
        messageId: `<${id}@${domainOf(SMTP_FROM)}>`,
        headers: { "auto-submitted": "auto-generated", "content-language": locale },
        attachments: attachments.map(({ filename, content }) => ({
          filename,
          content: Buffer.from(content),
          contentType: "application/pdf",
        })),
        signal,
      });
      return { fault: null, answer: "" };
    } catch (error) {
      return outcomeOf(error, secretsOf(SMTP_URL));
    } finally {
      transport.close();
    }
  }
}

const domainOf = (mailbox: string): string => /@([^>]+)>?$/.exec(mailbox)?.[1] ?? "localhost";

function secretsOf(url: string): string[] {
  const { username, password } = new URL(url);
  return [password, decodeURIComponent(password), username, decodeURIComponent(username)].filter((text) => text !== "");
}
