import { ApiProblem } from "@abwab/api-client";
import { useMessages } from "@abwab/ui";
import { useState } from "react";
import type { z } from "zod";
import { fieldMessages } from "./field-messages.ts";
import { useFieldWords } from "./field-words.ts";

/** The words for what is wrong with the field at a path (`names.ar`); nothing while it is right or not yet sent. */
export type ErrorAt = (path: string) => string | undefined;

export interface Checked<Body> {
  errorAt: ErrorAt;
  /** Sends what was filled in when it meets the contract; else its faults show, in words. */
  send: (act: (body: Body) => void) => void;
}

/**
 * Checks a form against the contract's own schema before it is sent, so that both sides agree on what is right and the
 * words are in the page's language. `refusal` is what the service answered: the fields it names are marked too.
 */
export function useChecked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  refusal: unknown,
): Checked<z.output<Schema>> {
  const t = useMessages(fieldMessages);
  const words = useFieldWords();
  const [tried, setTried] = useState(false);
  const check = schema.safeParse(value);
  return {
    errorAt(path) {
      const issue = tried ? check.error?.issues.find((each) => each.path.join(".") === path) : undefined;
      if (issue) return words(issue, value);
      return isRefused(refusal, path) ? t("refused") : undefined;
    },
    send(act) {
      setTried(true);
      if (check.success) act(check.data);
    },
  };
}

/** Whether a field is among those that the service found wrong. */
function isRefused(refusal: unknown, path: string): boolean {
  if (!(refusal instanceof ApiProblem)) return false;
  return refusal.errors.some((each) => each.path === path || each.path === `body.${path}`);
}
