import type { WebhookFault } from "@abwab/contract";
import { lookup } from "node:dns";
import { type ClientRequest, type IncomingMessage, request as plain, type RequestOptions } from "node:http";
import { request as secure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPrivateAddress } from "./private-address.ts";

/** From the first look for the address to the last byte that is read. */
const LONGEST_MS = 10_000;
/** Of the answer, for the log; the rest is not read. */
const ANSWER_BYTES = 1_024;

export interface Answer {
  status: number | null;
  fault: WebhookFault | null;
  answer: string;
}

export interface Message {
  url: string;
  headers: Record<string, string>;
  body: string;
}

class AddressRefused extends Error {
  override name = "AddressRefused";
}

/**
 * Posts a message and says how it was answered; it never throws for what the other side does. Redirects are not
 * followed. Unless private addresses are allowed, none is connected to: what a name means is checked in the very look-up
 * whose address is then used, so that it can't mean something else a moment later.
 */
export function sendMessage(message: Message, allowPrivate: boolean, stopping: AbortSignal): Promise<Answer> {
  const url = new URL(message.url);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!allowPrivate && isIP(host) !== 0 && isPrivateAddress(host)) {
    return Promise.resolve({ status: null, fault: "address_refused", answer: "" });
  }
  const options: RequestOptions = {
    method: "POST",
    agent: false,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(message.body),
      "user-agent": "Abwab-Webhooks/1",
      ...message.headers,
    },
    signal: AbortSignal.any([AbortSignal.timeout(LONGEST_MS), stopping]),
    ...(!allowPrivate && { lookup: publicLookup }),
  };
  return new Promise((resolve) => {
    const post: ClientRequest = (url.protocol === "https:" ? secure : plain)(url, options, (response) =>
      read(response, resolve),
    );
    post.on("error", (error) => resolve({ status: null, fault: faultOf(error), answer: "" }));
    post.end(message.body);
  });
}

function read(response: IncomingMessage, resolve: (answer: Answer) => void): void {
  const parts: Buffer[] = [];
  let bytes = 0;
  const finish = (): void =>
    resolve({
      status: response.statusCode ?? null,
      fault: null,
      answer: Buffer.concat(parts).subarray(0, ANSWER_BYTES).toString("utf8").replaceAll("\0", ""),
    });
  response.on("data", (part: Buffer) => {
    parts.push(part);
    bytes += part.length;
    if (bytes < ANSWER_BYTES) return;
    finish();
    response.destroy();
  });
  response.on("end", finish);
  // It broke off, or took too long: what it said first stands.
  response.on("error", finish);
}

const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) return callback(error, "", 0);
    const addresses = found.filter(({ address }) => !isPrivateAddress(address));
    const [first] = addresses;
    if (first === undefined) return callback(new AddressRefused(`${hostname} is of a private network.`), "", 0);
    // With several, Node tries one after the other itself.
    if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

function faultOf(error: Error & { code?: string }): WebhookFault {
  const code = error.code ?? "";
  if (error instanceof AddressRefused) return "address_refused";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "not_found";
  if (code === "ABORT_ERR" || error.name === "TimeoutError" || code === "ETIMEDOUT") return "timed_out";
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_/.test(code)) return "certificate";
  return "no_connection";
}
