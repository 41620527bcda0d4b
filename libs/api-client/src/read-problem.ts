import { problems, type InputError, type Problem, type ProblemCode } from "@abwab/contract";

type Told = Pick<Problem, "title" | "code"> & { readonly detail?: string; readonly errors: readonly InputError[] };

/**
 * What an error's body says; undefined for one that is no problem of this API's. Read by hand: with the schema a
 * kiosk's first screen would be sent the whole schema library.
 */
export function readProblem(body: unknown): Told | undefined {
  if (!isObject(body)) return undefined;
  const { title, code, detail, errors } = body;
  if (typeof title !== "string" || !isCode(code)) return undefined;
  return {
    title,
    code,
    ...(typeof detail === "string" && { detail }),
    errors: Array.isArray(errors) ? errors.filter(isInputError) : [],
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const isCode = (code: unknown): code is ProblemCode => typeof code === "string" && Object.hasOwn(problems, code);

const isInputError = (error: unknown): error is InputError =>
  isObject(error) && [error["path"], error["code"], error["message"]].every((part) => typeof part === "string");
