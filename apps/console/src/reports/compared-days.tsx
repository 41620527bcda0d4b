import type { ComparedDay } from "@abwab/contract";
import { formatDate, formatNumber, formatTime, isolate, useLanguage, useMessages } from "@abwab/ui";
import { Title } from "@mantine/core";
import { ComparedBar } from "./compared-bar.tsx";
import type { ComparedProps } from "./compared-figures.tsx";
import { comparisonMessages } from "./comparison-messages.ts";

/** The first day beside the first, and so on, with a bar against the busiest day of all. */
export function ComparedDays({ items, nameOf }: ComparedProps) {
  const t = useMessages(comparisonMessages);
  const most = Math.max(0, ...items.flatMap(({ days }) => days.map(({ visits }) => visits)));
  const rows = Math.max(0, ...items.map(({ days }) => days.length));
  return (
    <section className="card comparison-part" aria-labelledby="comparison-days">
      <Title order={2} size="h4" id="comparison-days">
        {t("days")}
      </Title>
      <div className="comparison-scroll">
        <table className="comparison-table">
          <thead>
            <tr>
              <th scope="col">{t("days")}</th>
              {items.map(({ slug }) => (
                <th key={slug} scope="col">
                  {nameOf(slug)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, index) => (
              <tr key={index}>
                <th scope="row">{t("dayNumber", { number: index + 1 })}</th>
                {items.map(({ slug, days, timeZone }) => {
                  const day = days[index];
                  return <td key={slug}>{day ? <Day day={day} timeZone={timeZone} most={most} /> : "–"}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
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
