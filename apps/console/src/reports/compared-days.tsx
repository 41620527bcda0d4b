import type { ComparedDay } from "@abwab/contract";
import { formatDate, formatNumber, formatTime, isolate, useLanguage, useMessages } from "@abwab/ui";
import { barOption } from "../audience/bar-option.ts";
import { chartColours } from "../charts/chart-looks.ts";
import { type ChartAbout, SaveChart } from "../charts/save-chart.tsx";
import { ComparedBar } from "./compared-bar.tsx";
import { comparisonMessages } from "./comparison-messages.ts";
import { ComparisonTable, type ComparedProps } from "./comparison-table.tsx";

const colours = Object.values(chartColours);

/** The first day beside the first, and so on, with a bar against the busiest day of all. */
export function ComparedDays({ items, nameOf, about }: ComparedProps & { about: ChartAbout }) {
  const t = useMessages(comparisonMessages);
  const { language, direction } = useLanguage();
  const most = Math.max(0, ...items.flatMap(({ days }) => days.map(({ visits }) => visits)));
  const rows = Math.max(0, ...items.map(({ days }) => days.length));
  const title = `${t("title")} · ${t("days")}`;
  const series = items.map(({ slug }, place) => ({ name: nameOf(slug), color: colours[place % colours.length] ?? "" }));
  const option = barOption(
    Array.from({ length: rows }, (_, index) => ({
      name: t("dayNumber", { number: index + 1 }),
      values: items.map(({ days }) => days[index]?.visits ?? 0),
    })),
    series,
    direction,
    (value) => formatNumber(value, language),
    title,
  );
  return (
    <ComparisonTable
      id="comparison-days"
      title={t("days")}
      rowTitle={t("days")}
      items={items}
      nameOf={nameOf}
      actions={<SaveChart title={title} option={option} about={about} legend={series} />}
    >
      {Array.from({ length: rows }, (_, index) => (
        <tr key={index}>
          <th scope="row">{t("dayNumber", { number: index + 1 })}</th>
          {items.map(({ slug, days, timeZone }) => {
            const day = days[index];
            return <td key={slug}>{day ? <Day day={day} timeZone={timeZone} most={most} /> : "–"}</td>;
          })}
        </tr>
      ))}
    </ComparisonTable>
  );
}

function Day({ day, timeZone, most }: { day: ComparedDay; timeZone: string; most: number }) {
  const t = useMessages(comparisonMessages);
  const { language } = useLanguage();
  const number = (value: number): string => formatNumber(value, language);
  const { date, visits, pavilionVisits, peakHour, isSettled } = day;
  return (
    <>
      <span className="zone-note">{formatDate(date, language, "long")}</span>
      <br />
      <strong>
        {number(visits)} <span className="comparison-unit">{t("visits")}</span>
      </strong>{" "}
      {!isSettled && <span className="zone-note">{t("live")}</span>}
      <ComparedBar value={visits} most={most} />
      <span className="zone-note">
        {t("pavilionVisits")}: {number(pavilionVisits)}
      </span>
      {peakHour && (
        <>
          <br />
          <span className="zone-note">
            {t("peakHour", {
              hour: isolate(formatTime(peakHour.from, language, { timeZone })),
              visits: number(peakHour.visits),
            })}
          </span>
        </>
      )}
    </>
  );
}
