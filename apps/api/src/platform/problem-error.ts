import { type InputError, type ProblemCode, problems } from "@abwab/contract";

interface ProblemOptions {
  errors?: InputError[];
  retryAfterSeconds?: number;
}

/** A request that is answered with a problem document: a code of the contract and words for who sent it. */
export class ProblemError extends Error {
  override name = "ProblemError";
  readonly status: number;
  readonly errors: InputError[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    options: ProblemOptions = {},
  ) {
    super(detail);
    this.status = problems[code].status;
    this.errors = options.errors;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
