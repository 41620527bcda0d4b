import type { VerdictReason } from "@abwab/domain";
import { useCallback } from "react";
import { useMessages } from "../i18n/use-messages.ts";
import { verdictMessages } from "./verdict-messages.ts";

export interface VerdictWords {
  /** To be read at a glance. */
  title: string;
  /** Why, for the person at the door. */
  why: string;
  /** What to tell the visitor. */
  say: string;
}

/** A verdict's reason in the language on screen. */
export function useVerdictWords(): (reason: VerdictReason) => VerdictWords {
  const t = useMessages(verdictMessages);
  return useCallback(
    (reason) => ({ title: t(`${reason}_title`), why: t(`${reason}_why`), say: t(`${reason}_say`) }),
    [t],
  );
}
