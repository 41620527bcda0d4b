import { routes } from "@abwab/contract";
import { isAscii } from "node:buffer";

/** One request for the hot route, whole and in plain form. */
export interface PlainRequest {
  head: PlainHead;
  /** A view of the chunk: what is refused for want of room is never made a text. */
  body: Buffer;
}

export interface PlainHead {
  text: string;
  authorization: string;
  bodyLength: number;
}

const { method, path } = routes.recordEntries;
const REQUEST_LINE = `${method} ${path} HTTP/1.1`;
const HEAD_END = "\r\n\r\n";
const LONGEST_HEAD = 8192;
/** A name and a printable value, with one space between: the form that every client writes. */
const FIELD = /^([A-Za-z0-9-]+): ([\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)$/;
const JSON_TYPE = /^application\/json(?:; ?charset=utf-8)?$/i;
/** Fields that change nothing of how a device's entries are taken. */
const WITHOUT_EFFECT = new Set(
  [
    ["accept", "accept-encoding", "accept-language", "cache-control", "cookie", "dnt", "forwarded", "origin"],
    ["pragma", "priority", "referer", "sec-ch-ua", "sec-ch-ua-mobile", "sec-ch-ua-platform", "sec-fetch-dest"],
    ["sec-fetch-mode", "sec-fetch-site", "traceparent", "tracestate", "user-agent", "via", "x-forwarded-for"],
    ["x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "x-real-ip", "x-request-id"],
  ].flat(),
);

/**
 * Reads a chunk that is exactly one request in plain form; undefined for anything else. It is meant to understand
 * little: every doubt is for Node's own parser.
 *
 * @param known the head of the connection's request before: a kiosk's are mostly the same
 */
export function readPlainRequest(chunk: Buffer, known: PlainHead | undefined): PlainRequest | undefined {
  const headLength = chunk.indexOf(HEAD_END);
  if (headLength === -1 || headLength > LONGEST_HEAD || !isAscii(chunk)) return undefined;
  const text = chunk.toString("latin1", 0, headLength);
  const head = text === known?.text ? known : readHead(text);
  if (head === undefined || headLength + HEAD_END.length + head.bodyLength !== chunk.length) return undefined;
  return { head, body: chunk.subarray(headLength + HEAD_END.length) };
}

function readHead(text: string): PlainHead | undefined {
  const [requestLine, ...lines] = text.split("\r\n");
  if (requestLine !== REQUEST_LINE) return undefined;
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = FIELD.exec(line) ?? [];
    if (name === undefined || value === undefined) return undefined;
    if (fields.has(name.toLowerCase())) return undefined;
    fields.set(name.toLowerCase(), value);
  }
  for (const [name, value] of fields) if (!isExpected(name, value)) return undefined;
  const [authorization, length] = [fields.get("authorization"), fields.get("content-length")];
  if (authorization === undefined || length === undefined) return undefined;
  return fields.has("host") && fields.has("content-type")
    ? { text, authorization, bodyLength: Number(length) }
    : undefined;
}

function isExpected(name: string, value: string): boolean {
  switch (name) {
    case "host":
    case "authorization":
      return true;
    case "connection":
      return value.toLowerCase() === "keep-alive";
    case "content-type":
      return JSON_TYPE.test(value);
    case "content-length":
      return /^[1-9]\d{0,6}$/.test(value);
    default:
      return WITHOUT_EFFECT.has(name);
  }
}
