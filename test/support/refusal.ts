import { ApiProblem } from "@abwab/api-client";

/** The code with which a call is refused; fails when it isn't. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ApiProblem) return error.code;
    throw error;
  }
  throw new Error("It was not refused.");
}
