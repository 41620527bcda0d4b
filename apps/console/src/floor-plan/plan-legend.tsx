import { useMessages } from "@abwab/ui";
import { memo } from "react";
import { heatLevels, type HeatBounds, type HeatMeasure } from "./heat.ts";
import { patternOf } from "./heat-patterns.tsx";
import { planMessages } from "./plan-messages.ts";
import { useHeatWords } from "./use-heat-words.ts";

/** What the colours and patterns mean, in figures. */
export const PlanLegend = memo(function PlanLegend({ measure, bounds }: { measure: HeatMeasure; bounds: HeatBounds }) {
  const t = useMessages(planMessages);
  const words = useHeatWords();
  const levels = [
    ...heatLevels.map((level) => ({ level, text: words.range(measure, level, bounds) })),
    { level: undefined, text: t(measure === "pace" ? "unknown" : `unknown-${measure}`) },
  ];
  return (
    <div className="plan-legend">
      <p className="plan-legend-title">{t(`scale-${measure}`)}</p>
      <ul>
        {levels.map(({ level, text }) => (
          <li key={level ?? "unknown"} data-level={level ?? "unknown"} className="plan-swatch">
            <svg viewBox="0 0 12 8" aria-hidden>
              <rect className="plan-fill" width={12} height={8} rx={1} />
              <rect className="plan-pattern" width={12} height={8} rx={1} fill={patternOf(level)} />
            </svg>
            <span>{text}</span>
          </li>
        ))}
        <li className="plan-swatch plan-mark-words">
          <bdi aria-hidden>{"\u2016"}</bdi> {t("onHold")}
        </li>
        <li className="plan-swatch plan-mark-words">
          <bdi aria-hidden>{"\u2715"}</bdi> {t("closed")}
        </li>
      </ul>
    </div>
  );
});
