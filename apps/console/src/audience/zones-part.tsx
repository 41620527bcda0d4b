import type { AttendanceBreakdown, Edition, Zone, ZoneAttendance } from "@abwab/contract";
import { formatDate, formatNumber, formatTime, localName, Num, useLanguage, useMessages } from "@abwab/ui";
import { Link } from "react-router";
import { ListTable } from "../app/list-table.tsx";
import { chartColours } from "../charts/chart-looks.ts";
import { ChartPanel } from "../charts/chart-panel.tsx";
import { audienceMessages } from "./audience-messages.ts";
import { barOption } from "./bar-option.ts";

const MOST_BARS = 5;
const gapTexts = { no_exits: "gapNoExits", too_few: "gapTooFew", unbalanced: "gapUnbalanced" } as const;

export interface ZonesPartProps {
  breakdown: AttendanceBreakdown;
  edition: Edition;
  zones: readonly Zone[];
}

/** The busiest and the quietest pavilions, and of each zone its busiest quarter of an hour and the mean stay. */
export function ZonesPart({ breakdown, edition, zones }: ZonesPartProps) {
  const t = useMessages(audienceMessages);
  const { language, direction } = useLanguage();
  const { timeZone } = edition;
  const rows = breakdown.zones.toSorted((a, b) => b.entered - a.entered);
  const nameOf = (code: string): string => {
    const zone = zones.find((each) => each.code === code);
    return zone ? localName(zone.names, language) : code;
  };
  const pavilions = rows.filter(({ kind }) => kind === "pavilion");
  const ends =
    pavilions.length <= 2 * MOST_BARS ? pavilions : [...pavilions.slice(0, MOST_BARS), ...pavilions.slice(-MOST_BARS)];
  const option = barOption(
    ends.map(({ zone, entered }) => ({ name: `${zone} ${nameOf(zone)}`, values: [entered] })),
    [{ name: t("entered"), color: chartColours.today }],
    direction,
    (value) => formatNumber(value, language),
    t("zonesLabel"),
  );
  const peak = ({ peak: busiest }: ZoneAttendance) =>
    busiest && (
      <>
        {breakdown.day === null && formatDate(busiest.at, language, "short", timeZone)}{" "}
        <bdi>{formatTime(busiest.at, language, { timeZone })}</bdi> · <Num value={busiest.entered} />
      </>
    );
  return (
    <ChartPanel
      title={t("zones")}
      label={t("zonesLabel")}
      option={option}
      bars={ends.length}
      view={`${breakdown.day} ${direction} ${language} ${ends.length}`}
      about={{ edition, asOf: breakdown.asOf }}
      hint={<p className="audience-note">{t("zonesHint")}</p>}
      table={
        <ListTable
          caption={t("zonesLabel")}
          name="zones"
          rows={rows}
          keyOf={({ zone }) => zone}
          columns={[
            {
              key: "zone",
              value: ({ zone }) => `${zone} ${nameOf(zone)}`,
              title: t("zone"),
              cell: ({ zone }) => (
                <Link to={`/live/${edition.slug}/${zone}`}>
                  <bdi dir="ltr">{zone}</bdi> {nameOf(zone)}
                </Link>
              ),
            },
            {
              key: "entered",
              value: ({ entered }) => entered,
              title: t("entered"),
              cell: ({ entered }) => <Num value={entered} />,
            },
            { key: "peak", value: (row) => row.peak?.entered, title: t("peak"), cell: (row) => peak(row) ?? "–" },
            {
              key: "stay",
              value: ({ stayMinutes }) => stayMinutes,
              title: t("stay"),
              cell: ({ stayMinutes, stayGap }) =>
                stayMinutes === null
                  ? stayGap && <span className="audience-note">{t(gapTexts[stayGap])}</span>
                  : t("minutes", {
                      minutes: formatNumber(stayMinutes, language, { decimals: stayMinutes < 10 ? 1 : 0 }),
                    }),
            },
          ]}
        />
      }
    />
  );
}
