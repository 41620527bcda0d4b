import { ProblemError } from "../platform/problem-error.ts";

/** The answer to a batch for which the queue has no room. */
export function overloaded(): ProblemError {
  return new ProblemError("overloaded", "Nothing was recorded. Send it again in a second.", { retryAfterSeconds: 1 });
}
