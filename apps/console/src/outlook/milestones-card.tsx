import type { Outlook } from "@abwab/contract";
import { isGreatMilestone } from "@abwab/domain";
import { formatDate, formatTime, Num, useLanguage, useMessages } from "@abwab/ui";
import { Title } from "@mantine/core";
import { outlookMessages } from "./outlook-messages.ts";

/** The round figures of the edition with the minute each was passed; the next one with when it is expected. */
export function MilestonesCard({ milestones, timeZone }: { milestones: Outlook["milestones"]; timeZone: string }) {
  const t = useMessages(outlookMessages);
  const { language } = useLanguage();
  const { passed, next } = milestones;
  const moment = (at: string) => (
    <>
      {formatDate(at, language, "short", timeZone)} <bdi>{formatTime(at, language, { timeZone })}</bdi>
    </>
  );
  return (
    <section className="card outlook-part" aria-labelledby="milestones-title">
      <Title order={2} size="h4" id="milestones-title">
        {t("milestones")}
      </Title>
      <ol className="milestones">
        <li data-milestone="next">
          <Num value={next.visits} />
          <span>
            {t("next")}
            {next.expectedAt && <> · {moment(next.expectedAt)}</>}
          </span>
        </li>
        {passed.toReversed().map(({ visits, passedAt }) => (
          <li key={visits} data-milestone={isGreatMilestone(visits) ? "great" : "passed"}>
            <Num value={visits} />
            <span>{moment(passedAt)}</span>
          </li>
        ))}
      </ol>
      {passed.length === 0 && <p className="outlook-note">{t("noMilestones")}</p>}
    </section>
  );
}
