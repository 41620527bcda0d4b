import type { Edition } from "@abwab/contract";
import { formatDate, formatTime, useLanguage, useMessages } from "@abwab/ui";
import { Button, NativeSelect, Title } from "@mantine/core";
import { IconHistory, IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useNow } from "../app/use-now.ts";
import { timeTravelMessages } from "./time-travel-messages.ts";
import { pastDays, spanOfDay, speeds, type TimeTravel } from "./use-time-travel.ts";
import "./time-travel.css";

const MINUTE = 60_000;

/** Below the board: drag to any minute of a day, play it, and come back. */
export function TimeTravelBar({ edition, travel }: { edition: Edition; travel: TimeTravel }) {
  const t = useMessages(timeTravelMessages);
  const { language } = useLanguage();
  const now = useNow(15_000);
  const days = pastDays(edition, now);
  const [chosen, setChosen] = useState<string>();
  const { moment, speed } = travel;
  const shown = moment === undefined ? undefined : days.findLast((day) => spanOfDay(edition, day, now).from <= moment);
  const day = chosen !== undefined && days.includes(chosen) ? chosen : (shown ?? days.at(-1));
  if (day === undefined) return null;
  const { from, to } = spanOfDay(edition, day, now);
  const { timeZone } = edition;
  const at = moment === undefined ? to : Math.min(Math.max(moment, from), to);
  const words = moment === undefined ? t("now") : formatTime(moment, language, { timeZone });
  return (
    <section className="time-travel" aria-labelledby="time-travel-title" data-past={moment !== undefined}>
      <div className="time-travel-head">
        <Title order={2} size="h4" id="time-travel-title">
          {t("title")}
        </Title>
        <output className="time-travel-moment">
          <bdi>{words}</bdi>
        </output>
      </div>
      <p>{t("hint")}</p>
      <input
        type="range"
        className="time-travel-scrubber"
        aria-label={t("moment")}
        aria-valuetext={moment === undefined ? t("now") : `${formatDate(day, language)} ${words}`}
        min={from}
        max={to}
        step={MINUTE}
        value={at}
        onChange={(event) => {
          travel.play(0);
          travel.goTo(Number(event.currentTarget.value));
        }}
      />
      <div className="time-travel-ends" aria-hidden>
        <bdi>{formatTime(from, language, { timeZone })}</bdi>
        <bdi>{formatTime(to, language, { timeZone })}</bdi>
      </div>
      <div className="time-travel-acts">
        {days.length > 1 && (
          <NativeSelect
            aria-label={t("day")}
            value={day}
            onChange={(event) => {
              const next = event.currentTarget.value;
              setChosen(next);
              travel.play(0);
              travel.goTo(spanOfDay(edition, next, now).from);
            }}
            data={days.map((value) => ({ value, label: formatDate(value, language, "long") }))}
          />
        )}
        {speeds.map((each) => (
          <Button
            key={each}
            variant="default"
            aria-pressed={speed === each}
            leftSection={
              speed === each ? <IconPlayerPause size={17} aria-hidden /> : <IconPlayerPlay size={17} aria-hidden />
            }
            onClick={() => {
              if (moment === undefined) travel.goTo(from);
              travel.play(speed === each ? 0 : each);
            }}
          >
            {speed === each ? t("pause") : t("play", { speed: each })}
          </Button>
        ))}
        {moment !== undefined && <BackToNow travel={travel} />}
      </div>
      <ProblemAlert error={travel.error} />
    </section>
  );
}

function BackToNow({ travel }: { travel: TimeTravel }) {
  const t = useMessages(timeTravelMessages);
  return (
    <Button leftSection={<IconHistory size={18} aria-hidden />} onClick={travel.backToNow}>
      {t("backToNow")}
    </Button>
  );
}

/** Above the board, so that nobody takes what was for what is. */
export function PastBanner({ edition, travel }: { edition: Edition; travel: TimeTravel }) {
  const t = useMessages(timeTravelMessages);
  const { language } = useLanguage();
  const { timeZone } = edition;
  if (travel.moment === undefined) return null;
  return (
    <div className="past-banner" role="status">
      <div>
        <strong>
          {t("past", {
            date: formatDate(travel.moment, language, "long", timeZone),
            time: formatTime(travel.moment, language, { timeZone }),
          })}
        </strong>
        <span>{t("known")}</span>
      </div>
      <BackToNow travel={travel} />
    </div>
  );
}
