import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  from: string;
  to: string[];
  /** As it came: headers and parts. */
  raw: string;
}

/** A real mail server on this machine: it keeps what it is sent. */
export interface MailReceiver extends AsyncDisposable {
  /** With the user and the password that it asks for. */
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Once so many have come. */
  received(count: number): Promise<readonly ReceivedMail[]>;
  /** From now on, each address is answered so; an undefined code takes it. */
  answerTo(rule: (address: string) => { code: number; message: string } | undefined): void;
}

export const MAIL_SIGN_IN = { user: "abwab", password: "a secret of the mail server" };

/** @param port any free one without */
export async function startMailReceiver(port = 0): Promise<MailReceiver> {
  const mails: ReceivedMail[] = [];
  let rule: Parameters<MailReceiver["answerTo"]>[0] = () => undefined;
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    authOptional: true,
    logger: false,
    onAuth({ username, password }, _session, callback) {
      const isRight = username === MAIL_SIGN_IN.user && password === MAIL_SIGN_IN.password;
      if (isRight) callback(null, { user: username });
      else callback(Object.assign(new Error(`No such user: ${username} ${password}`), { responseCode: 535 }));
    },
    onRcptTo({ address }, _session, callback) {
      const refusal = rule(address);
      if (refusal === undefined) callback();
      else callback(Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString("utf8"),
        });
        callback();
      });
    },
  });
  const listening = server.listen(port, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address() as AddressInfo;
  const { user, password } = MAIL_SIGN_IN;
  return {
    url: `smtp://${user}:${encodeURIComponent(password)}@127.0.0.1:${address.port}`,
    mails,
    answerTo: (next) => (rule = next),
    async received(count) {
      while (mails.length < count) await delay(20);
      return mails;
    },
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
