import { useMessages } from "@abwab/ui";
import { useCallback } from "react";
import type { z } from "zod";
import { fieldMessages } from "./field-messages.ts";

type Issue = z.core.$ZodIssue;

/** What a wrong form is called, by the field that has it. */
const formTexts = {
  slug: "slug",
  code: "code",
  zone: "code",
  checkpoint: "code",
  opensAt: "hour",
  closesAt: "hour",
  dayCutoff: "hour",
  date: "date",
  days: "dayTwice",
  timeZone: "timeZone",
  metric: "identifier",
  categories: "identifier",
  category: "identifier",
  email: "email",
  headcount: "notZero",
  at: "moment",
  countedAt: "moment",
  expiresAt: "moment",
} as const;
const hasForm = (field: string): field is keyof typeof formTexts => Object.hasOwn(formTexts, field);

const isEmpty = (value: unknown) => value === undefined || value === null || value === "" || Number.isNaN(value);
const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | null | undefined)?.[key], value);

/** Turns what the contract's schemas find wrong into words in the language on screen. */
export function useFieldWords(): (issue: Issue, value: unknown) => string {
  const t = useMessages(fieldMessages);
  return useCallback(
    (issue, value) => {
      if (isEmpty(valueAt(value, issue.path))) return t("required");
      const field = issue.path.findLast((part) => typeof part === "string") ?? "";
      const form = hasForm(field) ? t(formTexts[field]) : t("wrong");
      switch (issue.code) {
        case "too_small":
          if (issue.origin === "array") return t("chooseOne");
          if (issue.origin !== "string") return t("atLeast", { min: Number(issue.minimum) });
          // Blanks alone are nothing.
          return issue.minimum === 1 ? t("required") : t("tooShort", { min: Number(issue.minimum) });
        case "too_big":
          if (issue.origin === "array") return t("tooMany", { max: Number(issue.maximum) });
          return t(issue.origin === "string" ? "tooLong" : "atMost", { max: Number(issue.maximum) });
        case "invalid_type":
          return issue.expected === "int" || issue.expected === "number" ? t("whole") : t("wrong");
        default:
          return form;
      }
    },
    [t],
  );
}
