import { routes } from "@abwab/contract";
import { STATUS_CODES } from "node:http";
import type { ProblemError } from "../../platform/problem-error.ts";
import { problemBody } from "../../platform/problem-filter.ts";
import { API_HEADERS } from "../../web/security-headers.ts";

/** Writes whole answers, with the header fields that every other answer of the API has. */
export class LaneAnswers {
  private readonly alwaysSame: string;
  private date = "";
  private dateOfSecond = 0;

  constructor(keepAliveMs: number) {
    const fields = {
      ...API_HEADERS,
      connection: "keep-alive",
      "keep-alive": `timeout=${Math.floor(keepAliveMs / 1000)}`,
    };
    this.alwaysSame = Object.entries(fields)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join("");
  }

  found(body: string, requestId: string): string {
    return this.write(routes.recordEntries.status, "application/json; charset=utf-8", body, requestId);
  }

  problem(error: ProblemError, requestId: string): string {
    const { retryAfterSeconds: seconds } = error;
    const more = seconds === undefined ? "" : `retry-after: ${seconds}\r\n`;
    return this.write(error.status, "application/problem+json", JSON.stringify(problemBody(error)), requestId, more);
  }

  private write(status: number, type: string, body: string, requestId: string, more = ""): string {
    return (
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${this.alwaysSame}${more}x-request-id: ${requestId}\r\n` +
      `content-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\ndate: ${this.now()}\r\n\r\n${body}`
    );
  }

  private now(): string {
    const second = Math.floor(Date.now() / 1000);
    if (second !== this.dateOfSecond) {
      this.dateOfSecond = second;
      this.date = new Date(second * 1000).toUTCString();
    }
    return this.date;
  }
}
