import type { DayOverview, Edition } from "@abwab/contract";
import { formatDate, formatTime, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Title } from "@mantine/core";
import { IconBroadcast, IconLock } from "@tabler/icons-react";
import { DayFigures } from "./day-figures.tsx";
import { dayMessages } from "./day-messages.ts";

export interface DayCardProps {
  edition: Edition;
  day: DayOverview;
  hasBegun: boolean;
  /** Present for who may settle it now. */
  onSettle?: (() => void) | undefined;
}

/** A day: its live figures beside the revision that a person has settled (C5). */
export function DayCard({ edition, day, hasBegun, onSettle }: DayCardProps) {
  const t = useMessages(dayMessages);
  const { language } = useLanguage();
  const { live, settled, since } = day;
  const changed = since !== null && (since.visits !== 0 || since.pavilionVisits !== 0);
  const titleId = `day-${day.date}`;
  return (
    <li className="card day-card" data-day={day.date} aria-labelledby={titleId}>
      <header className="day-head">
        <Title order={2} size="h4" id={titleId}>
          {formatDate(day.date, language, "long")}
        </Title>
        {onSettle && (
          <Button
            variant={settled && !changed ? "default" : "filled"}
            size="compact-md"
            onClick={onSettle}
            leftSection={<IconLock size={16} aria-hidden />}
          >
            {settled ? t("settleAgain", { revision: settled.revision + 1 }) : t("settle")}
          </Button>
        )}
      </header>
      {!hasBegun && live.visits === 0 && live.pavilionVisits === 0 ? (
        <p className="zone-note">{t("notBegun")}</p>
      ) : (
        <div className="day-origins">
          <DayFigures
            origin="live"
            figures={live}
            head={
              <>
                <Badge color="forest" leftSection={<IconBroadcast size={14} aria-hidden />}>
                  {t("live")}
                </Badge>
                <span className="zone-note">{t("liveHint")}</span>
              </>
            }
          />
          {settled ? (
            <DayFigures
              origin="settled"
              figures={settled}
              since={since}
              head={
                <>
                  <Badge color="brass" leftSection={<IconLock size={14} aria-hidden />}>
                    {t("settled")}
                  </Badge>
                  <span className="zone-note">{t("revision", { revision: settled.revision })}</span>
                </>
              }
            >
              <p className="zone-note">
                {t("settledBy", {
                  name: settled.settledBy,
                  date: formatDate(settled.settledAt, language, "medium", edition.timeZone),
                  time: formatTime(settled.settledAt, language, { timeZone: edition.timeZone }),
                })}
              </p>
              {!changed && <p className="zone-note">{t("nothingSince")}</p>}
            </DayFigures>
          ) : (
            <div className="day-unsettled zone-note">{t("notSettled")}</div>
          )}
        </div>
      )}
    </li>
  );
}
