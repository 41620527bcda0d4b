import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { useMemo } from "react";
import type { HeatBounds, HeatLevel, HeatMeasure } from "./heat.ts";
import { planMessages } from "./plan-messages.ts";

export interface HeatWords {
  /** `83 %`, `1,240`, `3.2` */
  value(measure: HeatMeasure, value: number | undefined): string;
  /** `50 % – 70 %` */
  range(measure: HeatMeasure, level: HeatLevel, bounds: HeatBounds): string;
}

const styles = {
  share: { percent: true },
  inside: {},
  pace: {},
  density: { decimals: 2 },
} as const;

/** Figures of heat as they are read. */
export function useHeatWords(): HeatWords {
  const t = useMessages(planMessages);
  const { language } = useLanguage();
  return useMemo(() => {
    const text = (measure: HeatMeasure, value: number) => {
      const slow = measure === "pace" && value > 0 && value < 10 ? { decimals: 1 } : {};
      return formatNumber(value, language, { ...styles[measure], ...slow });
    };
    return {
      value: (measure, value) => (value === undefined ? "–" : text(measure, value)),
      range: (measure, level, bounds) => {
        const [from, to] = [bounds.at(level === 0 ? bounds.length : level - 1), bounds.at(level)];
        if (from === undefined) return t("below", { to: text(measure, to ?? 0) });
        return to === undefined
          ? t("fromOn", { from: text(measure, from) })
          : t("between", { from: text(measure, from), to: text(measure, to) });
      },
    };
  }, [t, language]);
}
