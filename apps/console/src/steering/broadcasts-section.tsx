import { routes, type Broadcast, type Edition, type Zone } from "@abwab/contract";
import { formatTime, languages, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button, Text, Title } from "@mantine/core";
import { IconSpeakerphone } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../app/api.ts";
import { ConfirmDialog } from "../app/confirm-dialog.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { BroadcastForm } from "./broadcast-form.tsx";
import { BroadcastReceipts } from "./broadcast-receipts.tsx";
import { steeringMessages } from "./steering-messages.ts";
import { broadcastsQuery } from "./steering-queries.ts";

type Task = { kind: "new" } | { kind: "change" | "withdraw"; broadcast: Broadcast };

/** What was said to devices, who has read it, and saying more. */
export function BroadcastsSection({ edition, zones }: { edition: Edition; zones: readonly Zone[] }) {
  const t = useMessages(steeringMessages);
  const { slug } = edition;
  const broadcasts = useQuery(broadcastsQuery(slug));
  const [task, setTask] = useState<Task>();
  const close = () => setTask(undefined);
  return (
    <section className="broadcasts" aria-labelledby="broadcasts-title">
      <div className="broadcasts-head">
        <Title order={2} size="h4" id="broadcasts-title">
          {t("messagesTitle")}
        </Title>
        <Button leftSection={<IconSpeakerphone size={18} aria-hidden />} onClick={() => setTask({ kind: "new" })}>
          {t("newMessage")}
        </Button>
      </div>
      <Text c="dimmed" size="sm">
        {t("messagesHint")}
      </Text>
      <ProblemAlert error={broadcasts.error} retry={() => void broadcasts.refetch()} />
      {broadcasts.data?.length === 0 && <Text mt="sm">{t("messagesNone")}</Text>}
      <ul className="broadcasts-list">
        {broadcasts.data?.map((broadcast) => (
          <li key={broadcast.id}>
            <Sent edition={edition} broadcast={broadcast} onTask={setTask} />
          </li>
        ))}
      </ul>
      {task?.kind === "new" && <BroadcastForm edition={edition} zones={zones} onClose={close} />}
      {task?.kind === "change" && (
        <BroadcastForm edition={edition} zones={zones} broadcast={task.broadcast} onClose={close} />
      )}
      {task?.kind === "withdraw" && (
        <ConfirmDialog
          title={t("withdrawTitle")}
          text={t("withdrawText")}
          submit={t("withdraw")}
          act={() => api.call(routes.withdrawBroadcast, { params: { slug, id: task.broadcast.id } })}
          refresh={broadcastsQuery(slug).queryKey}
          onClose={close}
        />
      )}
    </section>
  );
}

interface SentProps {
  edition: Edition;
  broadcast: Broadcast;
  onTask: (task: Task) => void;
}

function Sent({ edition: { slug, timeZone }, broadcast, onTask }: SentProps) {
  const t = useMessages(steeringMessages);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const { texts, level, createdAt, createdBy, until, zones, withdrawnAt, addressed, shown, acknowledged } = broadcast;
  const time = (at: string) => formatTime(at, language, { timeZone });
  const ended = until !== null && Date.parse(until) <= Date.now();
  const stands = withdrawnAt === null && !ended;
  return (
    <article className="broadcast-sent card" data-level={level} data-stands={stands}>
      <header>
        <Badge color={level === "warning" ? "clay" : "sand"}>{t(level)}</Badge>
        <Badge variant="outline" color={stands ? "forest" : "sand"}>
          {t(withdrawnAt !== null ? "withdrawn" : ended ? "ended" : "stands")}
        </Badge>
        <span className="broadcast-when">
          {t("sentBy", { time: time(createdAt), by: createdBy })}
          {until !== null && ` · ${t("endsAt", { time: time(until) })}`}
        </span>
      </header>
      {languages.map((each) =>
        texts[each] === undefined ? null : (
          <p key={each} lang={each} dir="auto" className="broadcast-text">
            {texts[each]}
          </p>
        ),
      )}
      <p className="broadcast-when">
        {zones === null ? t("forAll") : zones.join(" · ")}
        {" · "}
        {t("receipts", { shown, addressed, acknowledged })}
      </p>
      <div className="broadcast-acts">
        <Button size="sm" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("who")}
        </Button>
        {stands && (
          <>
            <Button size="sm" variant="default" onClick={() => onTask({ kind: "change", broadcast })}>
              {t("change")}
            </Button>
            <Button size="sm" variant="default" onClick={() => onTask({ kind: "withdraw", broadcast })}>
              {t("withdraw")}
            </Button>
          </>
        )}
      </div>
      {open && <BroadcastReceipts slug={slug} id={broadcast.id} timeZone={timeZone} />}
    </article>
  );
}
