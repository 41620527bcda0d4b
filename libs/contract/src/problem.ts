import { z } from "zod";
import { problemCodes } from "./problem-codes.ts";

/** One thing wrong with an input: where (`entries.3.headcount`), a stable code, and words for a person. */
export const inputError = z.object({ path: z.string(), code: z.string(), message: z.string() });
export type InputError = z.infer<typeof inputError>;

/** The body of every error answer, `application/problem+json` (RFC 9457). */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.enum(problemCodes),
  errors: z.array(inputError).optional(),
});
export type Problem = z.infer<typeof problem>;

/** The issues of a failed zod check in the wire's shape. */
export function inputErrors(error: z.ZodError): InputError[] {
  return error.issues.map((issue) => ({
    path: issue.path.map(String).join("."),
    code: issue.code,
    message: issue.message,
  }));
}
