import type { Edition, Visit } from "@abwab/contract";
import { formatNumber, formatTime, organisationName, organisationWords, useLanguage, useMessages } from "@abwab/ui";
import { useMemo } from "react";
import { visitMessages } from "./visit-messages.ts";

/**
 * Words and figures for the rows of the board. They are looked up once for all of them: a day has hundreds of rows,
 * and each lookup in each row would be felt.
 */
export function useRowWords({ timeZone }: Edition) {
  const t = useMessages(visitMessages);
  const words = useMessages(organisationWords);
  const { language } = useLanguage();
  return useMemo(
    () => ({
      t,
      name: (of: Visit["organisation"]) => organisationName(of, language),
      sort: ({ kind, type }: Visit["organisation"]) => words(kind ?? type),
      time: (at: string) => formatTime(at, language, { timeZone }),
      number: (value: number) => formatNumber(value, language),
    }),
    [t, words, language, timeZone],
  );
}
export type RowWords = ReturnType<typeof useRowWords>;
