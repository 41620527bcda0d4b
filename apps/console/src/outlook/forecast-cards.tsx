import type { DayOutlook, EditionOutlook, Outlook } from "@abwab/contract";
import { formatNumber, formatTime, LiveNumber, useLanguage, useMessages } from "@abwab/ui";
import { IconCalendarStats, IconLogin2, IconTargetArrow } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { outlookMessages } from "./outlook-messages.ts";

const dayMethodTexts = {
  yesterday_share: "methodYesterdayShare",
  blend: "methodBlend",
  standard_shape: "methodStandardShape",
  counted: "methodCounted",
} as const satisfies Record<DayOutlook["method"], string>;
const editionMethodTexts = {
  like_today: "methodLikeToday",
  by_sort: "methodBySort",
  as_earlier_edition: "methodAsEarlier",
  counted: "methodCounted",
} as const satisfies Record<EditionOutlook["method"], string>;

/** What was counted, what the day and the edition are expected to come to, how that is known and how often it errs. */
export function ForecastCards({ outlook, timeZone, counted }: { outlook: Outlook; timeZone: string; counted: number }) {
  const t = useMessages(outlookMessages);
  const { language } = useLanguage();
  const { day, edition } = outlook.forecast;
  const closing = formatTime(outlook.closesAt, language, { timeZone });
  return (
    <dl className="outlook-cards">
      <Card name="counted" title={t("counted")} icon={<IconLogin2 className="total-icon" size={24} aria-hidden />}>
        <dd className="total-value">
          <LiveNumber value={counted} />
        </dd>
        <dd className="outlook-note">{t("asOf", { time: formatTime(outlook.asOf, language, { timeZone }) })}</dd>
      </Card>
      <Card
        name="day"
        title={outlook.state === "over" ? t("dayTotal") : t("expectedAtClosing", { closing })}
        icon={<IconTargetArrow className="total-icon" size={24} aria-hidden />}
      >
        <Estimated estimate={day} nothing={t(outlook.state === "before" ? "notBegun" : "tooEarly")} />
        {day && <dd className="outlook-note">{t(dayMethodTexts[day.method])}</dd>}
        {day?.error && <dd className="outlook-note">{errorWords(day.error)}</dd>}
      </Card>
      <Card
        name="edition"
        title={t("expectedEdition")}
        icon={<IconCalendarStats className="total-icon" size={24} aria-hidden />}
      >
        <Estimated estimate={edition} nothing={t("tooEarly")} />
        {edition && <dd className="outlook-note">{t(editionMethodTexts[edition.method])}</dd>}
      </Card>
    </dl>
  );

  function errorWords({ method, baseline }: NonNullable<DayOutlook["error"]>): string {
    const percent = (share: number) => formatNumber(share, language, { percent: true });
    const own = { made: percent(method.made), replayed: percent(method.replayed) };
    if (day?.method === "yesterday_share") return t("errorBaseline", own);
    return t("errorBeside", {
      ...own,
      madeBaseline: percent(baseline.made),
      replayedBaseline: percent(baseline.replayed),
    });
  }
}

function Card({ name, title, icon, children }: { name: string; title: string; icon: ReactNode; children: ReactNode }) {
  return (
    <div className="total card" data-outlook={name}>
      <dt className="total-name">
        {icon}
        {title}
      </dt>
      {children}
    </div>
  );
}

function Estimated({ estimate, nothing }: { estimate: DayOutlook | EditionOutlook | null; nothing: string }) {
  const t = useMessages(outlookMessages);
  if (estimate === null) return <dd className="outlook-none">{nothing}</dd>;
  const { expected, low, high } = estimate;
  return (
    <>
      <dd className="total-value">
        <LiveNumber value={expected} />
      </dd>
      {low !== high && <dd className="outlook-range">{t("between", { low, high })}</dd>}
    </>
  );
}
