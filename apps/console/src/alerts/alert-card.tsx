import type { Alert, Edition } from "@abwab/contract";
import { formatDate, formatTime, isolate, type Language, useLanguage, useMessages } from "@abwab/ui";
import { Badge, Button } from "@mantine/core";
import { IconAlertTriangle, IconBellRinging, IconInfoCircle } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { routes } from "@abwab/contract";
import { useState } from "react";
import { api } from "../app/api.ts";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useMay } from "../sign-in/session.ts";
import { alertMessages } from "./alert-messages.ts";
import { refreshAlerts, takeAlert } from "./alert-queries.ts";
import { RemarkDialog } from "./remark-dialog.tsx";
import { useAlertWords } from "./use-alert-words.ts";

const icons = { info: IconInfoCircle, warning: IconAlertTriangle, critical: IconBellRinging } as const;
const colors = { info: "forest", warning: "brass", critical: "clay" } as const;

/** One alert: what it says, since when, who looks after it, and what can be done. */
export function AlertCard({ alert, edition }: { alert: Alert; edition: Edition }) {
  const t = useMessages(alertMessages);
  const { language } = useLanguage();
  const words = useAlertWords();
  const Icon = icons[alert.severity];
  const shown = (at: string) => momentOf(at, edition, language);
  return (
    <li className="card alert-card" data-severity={alert.severity} data-state={alert.state}>
      <Icon className="alert-mark" size={26} aria-hidden />
      <div className="alert-body">
        <h2 className="alert-words">{words(alert)}</h2>
        <p className="alert-facts">
          <Badge color={colors[alert.severity]} variant={alert.severity === "critical" ? "filled" : "light"}>
            {t(alert.severity)}
          </Badge>
          <Badge color={alert.state === "open" ? "clay" : "forest"} variant="outline">
            {t(alert.state)}
          </Badge>
          <span>{t("since", { time: shown(alert.openedAt) })}</span>
          {alert.returns > 0 && <span>{t("returned", { n: alert.returns })}</span>}
        </p>
        {alert.acknowledgedAt !== null && (
          <p className="alert-line">
            {t("takenBy", { name: isolate(alert.acknowledgedBy ?? ""), time: shown(alert.acknowledgedAt) })}
          </p>
        )}
        {alert.resolvedAt !== null && (
          <p className="alert-line">
            {alert.ending === "person"
              ? t("endedBy", { name: isolate(alert.resolvedBy ?? ""), time: shown(alert.resolvedAt) })
              : t(alert.ending === "over" ? "endedOver" : "endedUnwatched", { time: shown(alert.resolvedAt) })}
          </p>
        )}
        {alert.notes.length > 0 && (
          <ul className="alert-notes">
            {alert.notes.map(({ at, by, text }) => (
              <li key={`${at} ${text}`}>
                <bdi>{text}</bdi>
                <small>
                  <bdi>{by}</bdi> · {shown(at)}
                </small>
              </li>
            ))}
          </ul>
        )}
        <AlertActions alert={alert} slug={edition.slug} />
      </div>
    </li>
  );
}

function AlertActions({ alert, slug }: { alert: Alert; slug: string }) {
  const t = useMessages(alertMessages);
  const words = useAlertWords();
  const may = useMay("supervisor");
  const client = useQueryClient();
  const [dialog, setDialog] = useState<"note" | "resolve">();
  const acknowledge = useMutation({
    mutationFn: () => api.call(routes.acknowledgeAlert, { params: { slug, id: alert.id }, body: {} }),
    onSuccess: (changed) => takeAlert(client, slug, changed),
    // Somebody else was quicker: the list says who.
    onError: () => refreshAlerts(client, slug),
  });
  if (!may) return null;
  // The same words stand on every card: who hears them alone is told of which alert they are.
  const named = (text: string) => ({ "aria-label": `${text}: ${words(alert)}` });
  return (
    <div className="alert-actions">
      {alert.state === "open" && (
        <Button
          size="sm"
          loading={acknowledge.isPending}
          onClick={() => acknowledge.mutate()}
          {...named(t("acknowledge"))}
        >
          {t("acknowledge")}
        </Button>
      )}
      <Button size="sm" variant="default" onClick={() => setDialog("note")} {...named(t("note"))}>
        {t("note")}
      </Button>
      {alert.state !== "resolved" && (
        <Button size="sm" variant="default" onClick={() => setDialog("resolve")} {...named(t("resolve"))}>
          {t("resolve")}
        </Button>
      )}
      <ProblemAlert error={acknowledge.error} />
      {dialog && <RemarkDialog kind={dialog} alert={alert} slug={slug} onClose={() => setDialog(undefined)} />}
    </div>
  );
}

/** The hour; with the date when it was another day. */
function momentOf(at: string, { timeZone }: Edition, language: Language): string {
  const time = formatTime(at, language, { timeZone });
  const day = (moment: string | number) => formatDate(moment, language, "short", timeZone);
  return isolate(day(at) === day(Date.now()) ? time : `${day(at)} ${time}`);
}
