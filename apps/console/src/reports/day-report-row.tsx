import type { DayOverview } from "@abwab/contract";
import { formatDate, Num, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Title } from "@mantine/core";
import { IconBroadcast, IconLock } from "@tabler/icons-react";
import { ReportLinks } from "./report-links.tsx";
import { reportMessages } from "./report-messages.ts";
import { type ReportChoice, reportUrl } from "./report-url.ts";

export interface DayReportRowProps {
  slug: string;
  day: DayOverview;
  hasBegun: boolean;
  choice: ReportChoice;
}

/** A day with its report, and whether the figures in it will be settled or live ones. */
export function DayReportRow({ slug, day, hasBegun, choice }: DayReportRowProps) {
  const t = useMessages(reportMessages);
  const { language } = useLanguage();
  const { date, live, settled, since } = day;
  const name = formatDate(date, language, "long");
  const hasReport = hasBegun || settled !== null || live.visits !== 0 || live.pavilionVisits !== 0;
  const titleId = `report-${date}`;
  return (
    <li className="card report-row" data-day={date} aria-labelledby={titleId}>
      <div className="report-what">
        <Title order={3} size="h5" id={titleId}>
          {name}
        </Title>
        {hasReport ? (
          <div className="report-state">
            {settled ? (
              <Badge color="brass" leftSection={<IconLock size={14} aria-hidden />}>
                {t("settled")}
              </Badge>
            ) : (
              <Badge color="forest" leftSection={<IconBroadcast size={14} aria-hidden />}>
                {t("live")}
              </Badge>
            )}
            {settled && <span className="zone-note">{t("revision", { revision: settled.revision })}</span>}
            <span>
              {t("visits")} <Num value={settled?.visits ?? live.visits} />
            </span>
            {since !== null && since.visits !== 0 && (
              <span className="report-since">
                <Num value={since.visits} signed /> {t("since")}
              </span>
            )}
          </div>
        ) : (
          <span className="zone-note">{t("notBegun")}</span>
        )}
      </div>
      {hasReport && (
        <ReportLinks
          href={reportUrl(slug, choice, { kind: "day", date })}
          openName={t("openDay", { day: name })}
          downloadName={t("downloadDay", { day: name })}
        />
      )}
    </li>
  );
}
