import { type Edition, type ReportLetter, type ReportSchedule, type ReportSending, routes } from "@abwab/contract";
import { formatDate, formatTime, isolate, isolateLtr, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Modal, Text } from "@mantine/core";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { api } from "../app/api.ts";
import { appMessages } from "../app/app-messages.ts";
import { LoadMore } from "../app/load-more.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useReturnFocus } from "../app/use-return-focus.ts";
import { documentLanguageTexts } from "../visits/document-languages.ts";
import { scheduleMessages } from "./schedule-messages.ts";
import { sendingsQuery } from "./schedule-queries.ts";

const letterColors = { waiting: "brass", sent: "forest", refused: "clay", given_up: "clay" } as const;
const sendingColors = { making: "brass", made: "forest", failed: "clay" } as const;

export interface ScheduleLogProps {
  edition: Edition;
  schedule: ReportSchedule;
  onClose: () => void;
}

/** What a schedule sent, to whom, what came of each try, and the way to send again what did not go. */
export function ScheduleLog({ edition: { slug, timeZone }, schedule, onClose }: ScheduleLogProps) {
  const t = useMessages(scheduleMessages);
  const app = useMessages(appMessages);
  useReturnFocus();
  const sendings = useInfiniteQuery(sendingsQuery(slug, schedule.id));
  const again = useMutation({
    mutationFn: (sending: string) => api.call(routes.sendReportsAgain, { params: { slug, id: schedule.id, sending } }),
    onSettled: () => sendings.refetch(),
  });
  const rows = sendings.data?.pages.flatMap((page) => page.items);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("logTitle", { name: isolate(schedule.name) })}
      closeButtonProps={{ "aria-label": app("close") }}
    >
      <ProblemAlert error={sendings.error ?? again.error} />
      {rows?.length === 0 && <Text>{t("logEmpty")}</Text>}
      <ul className="sending-list">
        {rows?.map((sending) => (
          <li key={sending.id} className="card sending">
            <SendingHead sending={sending} timeZone={timeZone} />
            <ul className="sending-letters">
              {sending.letters.map((letter) => (
                <LetterRow key={letter.id} letter={letter} timeZone={timeZone} />
              ))}
            </ul>
            {sending.state === "made" && sending.letters.some(canGoAgain) && (
              <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate(sending.id)}>
                {t("again")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <LoadMore list={sendings} />
    </Modal>
  );
}

const canGoAgain = ({ via, state }: ReportLetter) => via === "email" && (state === "refused" || state === "given_up");

function SendingHead({ sending, timeZone }: { sending: ReportSending; timeZone: string }) {
  const t = useMessages(scheduleMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  const { day, dueAt, askedBy, state, fault, files } = sending;
  const time = isolate(
    `${formatDate(dueAt, language, "short", timeZone)} ${formatTime(dueAt, language, { timeZone })}`,
  );
  return (
    <>
      <p className="sending-head">
        <strong>{formatDate(day, language, "long")}</strong>
        <Badge color={sendingColors[state]}>{t(state)}</Badge>
        <span className="zone-note">
          {askedBy === null ? t("dueAt", { time }) : t("askedBy", { who: isolateLtr(askedBy), time })}
        </span>
      </p>
      {fault !== null && <Text size="sm">{t(fault === "overloaded" ? "overloadedFault" : "failedFault")}</Text>}
      {files.length > 0 && (
        <Text size="sm" c="dimmed">
          {files.map(({ report, locale }) => `${t(report)} (${app(documentLanguageTexts[locale])})`).join(" · ")}
        </Text>
      )}
    </>
  );
}

function LetterRow({ letter, timeZone }: { letter: ReportLetter; timeZone: string }) {
  const t = useMessages(scheduleMessages);
  const { language } = useLanguage();
  const { to, via, state, tries, triedAt, fault, answer } = letter;
  return (
    <li data-letter={to}>
      <span className="letter-line">
        <bdi dir={via === "email" ? "ltr" : "auto"}>{to}</bdi>
        <Badge color={letterColors[state]}>{t(state)}</Badge>
        {tries > 0 && <span className="zone-note">{t("tries", { count: tries })}</span>}
        {triedAt !== null && (
          <span className="zone-note">{isolateLtr(formatTime(triedAt, language, { seconds: true, timeZone }))}</span>
        )}
      </span>
      {fault !== null && <span className="letter-fault">{t(fault)}</span>}
      {answer !== "" && state !== "sent" && (
        <bdi dir="ltr" className="letter-answer">
          {answer}
        </bdi>
      )}
    </li>
  );
}
