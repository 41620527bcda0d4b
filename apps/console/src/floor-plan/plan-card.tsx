import type { Zone } from "@abwab/contract";
import { localName, StatusBadge, useLanguage, useMessages } from "@abwab/ui";
import type { CountStore } from "../live/count-store.ts";
import { useRow } from "../live/use-live-counts.ts";
import { heatMeasures, heatOf } from "./heat.ts";
import { planMessages } from "./plan-messages.ts";
import { useHeatWords } from "./use-heat-words.ts";

/** All of a zone's figures while one looks at it. */
export function PlanCard({ zone, store }: { zone: Zone; store: CountStore }) {
  const t = useMessages(planMessages);
  const { language } = useLanguage();
  const words = useHeatWords();
  const row = useRow(store, zone.code);
  return (
    <div className="plan-card" aria-hidden>
      <p className="plan-card-name">
        <bdi>{zone.code}</bdi> {localName(zone.names, language)}
      </p>
      <StatusBadge status={row?.status ?? zone.status} />
      <dl>
        <div>
          <dt>{t("enteredToday")}</dt>
          <dd>{words.value("inside", row?.enteredToday)}</dd>
        </div>
        {heatMeasures.map((measure) => (
          <div key={measure}>
            <dt>{t(`measure-${measure}`)}</dt>
            <dd>{words.value(measure, heatOf(measure, zone, row))}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
