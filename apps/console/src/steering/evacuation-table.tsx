import { formatNumber, localName, Num, StatusBadge, useLanguage, useMessages } from "@abwab/ui";
import { IconArrowDownRight, IconArrowUpRight } from "@tabler/icons-react";
import { steeringMessages } from "./steering-messages.ts";
import type { PeopleInZone } from "./who-is-where.ts";

export function EvacuationTable({ rows }: { rows: readonly PeopleInZone[] }) {
  const t = useMessages(steeringMessages);
  const { language } = useLanguage();
  return (
    <table className="evacuation-table">
      <caption>{t("evacuationHint")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("zone")}</th>
          <th scope="col">{t("inside")}</th>
          <th scope="col">{t("ofCapacity")}</th>
          <th scope="col">{t("trend")}</th>
          <th scope="col">{t("status")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ zone, inside, trend, status }) => (
          <tr key={zone.code} data-kind={zone.kind} data-negative={inside < 0}>
            <th scope="row">
              <bdi className="evacuation-code">{zone.code}</bdi> {localName(zone.names, language)}
              {inside < 0 && <small>{t("negativeHint")}</small>}
            </th>
            <td className="evacuation-inside">
              <Num value={inside} />
            </td>
            <td>
              {zone.capacity === null
                ? "–"
                : `${formatNumber(inside / zone.capacity, language, { percent: true })} · ${formatNumber(zone.capacity, language)}`}
            </td>
            <td>
              <Trend trend={trend} />
            </td>
            <td>
              <StatusBadge status={status} size="sm" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Trend({ trend }: { trend: number | undefined }) {
  const t = useMessages(steeringMessages);
  const { language } = useLanguage();
  if (trend === undefined) return "–";
  if (trend === 0) {
    return (
      <>
        <span aria-hidden>=</span>
        <span className="visually-hidden">{t("trendNone")}</span>
      </>
    );
  }
  const Icon = trend > 0 ? IconArrowUpRight : IconArrowDownRight;
  return (
    <span className="evacuation-trend" data-up={trend > 0}>
      <Icon size="1.1em" className="mirrored" aria-hidden />
      <bdi dir="ltr">
        {trend > 0 ? "+" : "−"}
        {formatNumber(Math.abs(trend), language)}
      </bdi>
    </span>
  );
}
