import { ProblemError } from "../platform/problem-error.ts";

/** `invalid` for one field of a request. */
export const wrongInput = (path: string, code: string, message: string): ProblemError =>
  new ProblemError("invalid", `${path}: ${message}`, { errors: [{ path, code, message }] });
