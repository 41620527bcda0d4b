import type { OutlookRecord } from "@abwab/contract";
import { formatDate, formatTime, localName, Num, useLanguage, useMessages } from "@abwab/ui";
import { Progress, Title } from "@mantine/core";
import { qualifierTexts } from "../live/published-figures.tsx";
import { liveMessages } from "../live/live-messages.ts";
import { outlookMessages } from "./outlook-messages.ts";

export interface RecordCardProps {
  record: OutlookRecord | null;
  timeZone: string;
}

/** How far it is to the highest figure published of an earlier edition, and when it is passed. */
export function RecordCard({ record, timeZone }: RecordCardProps) {
  const t = useMessages(outlookMessages);
  const live = useMessages(liveMessages);
  const { language } = useLanguage();
  const moment = (at: string) => ({
    day: formatDate(at, language, "long", timeZone),
    time: formatTime(at, language, { timeZone }),
  });
  return (
    <section className="card outlook-part" aria-labelledby="record-title" data-record={record ? "known" : "none"}>
      <Title order={2} size="h4" id="record-title">
        {t("record")}
      </Title>
      {record === null ? (
        <p className="outlook-note">{t("noRecord")}</p>
      ) : (
        <>
          <p className="outlook-lead">
            {record.missing > 0 ? t("recordMissing", { missing: record.missing }) : t("recordPassed")}
          </p>
          <Progress
            value={100 * Math.min(1, 1 - record.missing / (record.value + 1))}
            size="lg"
            aria-label={t("recordProgress")}
          />
          <p>
            {record.passedAt !== null && t("recordPassedAt", moment(record.passedAt))}
            {record.expectedAt !== null && t("recordExpectedAt", moment(record.expectedAt))}
            {record.passedAt === null && record.expectedAt === null && t("recordOutOfReach")}
          </p>
          <p className="outlook-note">
            {localName(record.names, language)} · {t(record.metric === "visitors" ? "asVisitors" : "asVisits")}{" "}
            {live(qualifierTexts[record.qualifier])} <Num value={record.value} /> · {live("source")}{" "}
            <bdi>{record.source}</bdi>
          </p>
        </>
      )}
    </section>
  );
}
