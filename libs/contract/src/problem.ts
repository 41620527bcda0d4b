import { z } from "zod";

/** Every error code of the API with its HTTP status and its title. Codes are stable: clients branch on them. */
export const problems = {
  invalid: { status: 400, title: "The request is not understood" },
  not_json: { status: 400, title: "The body is not JSON" },
  unauthenticated: { status: 401, title: "Sign in, or send a token" },
  bad_credentials: { status: 401, title: "E-mail or password is wrong" },
  second_factor_required: { status: 401, title: "A second factor is required" },
  device_revoked: { status: 401, title: "This device has been revoked" },
  forbidden: { status: 403, title: "Your role does not allow this" },
  foreign_origin: { status: 403, title: "The request comes from another site" },
  not_found: { status: 404, title: "There is no such thing" },
  pairing_code_unknown: { status: 404, title: "The pairing code is unknown or has expired" },
  unknown_entry: { status: 404, title: "There is no such entry" },
  method_not_allowed: { status: 405, title: "The method is not allowed here" },
  already_exists: { status: 409, title: "It exists already" },
  edition_has_entries: { status: 409, title: "The edition has entries already" },
  edition_archived: { status: 409, title: "The edition is archived" },
  in_use: { status: 409, title: "It is in use" },
  last_administrator: { status: 409, title: "The last administrator stays" },
  transition_not_allowed: { status: 409, title: "The state does not allow this" },
  void_not_allowed: { status: 409, title: "This entry can't be voided" },
  inside_not_counted: { status: 409, title: "This zone counts no exits" },
  pass_revoked: { status: 409, title: "The pass has been revoked" },
  no_signing_key: { status: 409, title: "The edition has no key to sign passes with" },
  slot_full: { status: 409, title: "The slot has no room for so many" },
  batch_running: { status: 409, title: "The passes are still being made" },
  pairing_code_used: { status: 410, title: "The pairing code has been used" },
  too_large: { status: 413, title: "The request is too large" },
  unsupported_media_type: { status: 415, title: "The body is of a type that is not taken here" },
  too_many_attempts: { status: 429, title: "Too many attempts" },
  internal: { status: 500, title: "Something went wrong on the server" },
  overloaded: { status: 503, title: "The server is busy; try again soon" },
  unavailable: { status: 503, title: "The database can't be reached; try again soon" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;
export const problemCodes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

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
