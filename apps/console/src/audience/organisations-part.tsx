import type { AttendanceBreakdown, Edition } from "@abwab/contract";
import { formatNumber, Num, organisationTypesTexts, organisationWords, useLanguage, useMessages } from "@abwab/ui";
import { useMemo } from "react";
import { Link } from "react-router";
import { ListTable, type Column } from "../app/list-table.tsx";
import { chartColours } from "../charts/chart-looks.ts";
import { ChartPanel } from "../charts/chart-panel.tsx";
import { representedFigures, type RepresentedLine } from "../visits/represented-figures.ts";
import { audienceMessages } from "./audience-messages.ts";
import { barOption } from "./bar-option.ts";

type Figure = "invited" | "booked" | "arrived" | "pupils" | "adults";

/** Schools by type, bodies and media: booked against arrived, over the whole edition. */
export function OrganisationsPart({ breakdown, edition }: { breakdown: AttendanceBreakdown; edition: Edition }) {
  const t = useMessages(audienceMessages);
  const words = useMessages(organisationWords);
  const { language, direction } = useLanguage();
  const { represented, media } = breakdown;
  const lines = useMemo(() => representedFigures(represented), [represented]);
  const nameOf = (line: RepresentedLine): string => {
    if (line.of === "all") return t("all");
    const type = words(organisationTypesTexts[line.type]);
    return line.of === "type" ? type : `${type} · ${line.kind === null ? t("kindUnknown") : words(line.kind)}`;
  };
  const bars = lines.filter(({ of, booked, arrived }) => of !== "all" && booked + arrived > 0);
  const series = [
    { name: t("booked"), color: chartColours.yesterday },
    { name: t("arrived"), color: chartColours.today },
  ];
  const option = barOption(
    bars.map((line) => ({ name: nameOf(line), values: [line.booked, line.arrived] })),
    series,
    direction,
    (value) => formatNumber(value, language),
    t("organisationsLabel"),
  );
  const figure = (key: Figure): Column<RepresentedLine> => ({
    key,
    value: (line) => line[key],
    title: t(key),
    cell: (line) => <Num value={line[key]} />,
  });
  const columns: Column<RepresentedLine>[] = [
    {
      key: "name",
      value: nameOf,
      title: t("organisation"),
      cell: (line) => (line.of === "kind" ? nameOf(line) : <strong>{nameOf(line)}</strong>),
    },
    ...(["invited", "booked", "arrived", "pupils", "adults"] as const).map(figure),
  ];
  const table = (
    <ListTable
      caption={t("organisationsLabel")}
      name="organisations"
      rows={lines}
      keyOf={({ key }) => key}
      columns={columns}
    />
  );
  const hint = (
    <p className="audience-note">
      {t("organisationsHint")} {t("mediaHint", media)}{" "}
      <Link to={`/visits/${edition.slug}?part=represented`}>{t("toVisits")}</Link>
    </p>
  );
  if (bars.length === 0) {
    return (
      <section className="card audience-part" aria-labelledby="organisations-title">
        <h2 className="audience-title" id="organisations-title">
          {t("organisations")}
        </h2>
        {hint}
        <p>{t("noneBooked")}</p>
      </section>
    );
  }
  return (
    <ChartPanel
      title={t("organisations")}
      about={{ edition, asOf: breakdown.asOf }}
      label={t("organisationsLabel")}
      option={option}
      bars={2 * bars.length}
      legend={series}
      view={`${direction} ${language} ${bars.length}`}
      hint={hint}
      table={table}
    />
  );
}
