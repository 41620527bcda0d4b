import type { InputError, ProblemCode } from "@abwab/contract";
import { readProblem } from "./read-problem.ts";

/** The service answered, and the answer is no: an `application/problem+json` with its stable code. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  /** `unexplained` where something on the way (a proxy, a portal) answered with an error of its own. */
  readonly code: ProblemCode | "unexplained";
  readonly detail: string | undefined;
  readonly errors: readonly InputError[];
  /** What `Retry-After` asks for, in seconds. */
  readonly retryAfterSeconds: number | undefined;

  constructor(response: Response, body: unknown) {
    const told = readProblem(body);
    super(told?.detail ?? told?.title ?? `HTTP ${response.status}`);
    this.status = response.status;
    this.code = told?.code ?? "unexplained";
    this.detail = told?.detail;
    this.errors = told?.errors ?? [];
    this.retryAfterSeconds = readRetryAfter(response.headers.get("retry-after"));
  }
}

/** RFC 9110: a number of seconds or a date. */
function readRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header)) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
