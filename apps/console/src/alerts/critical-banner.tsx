import type { Edition } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { IconBellRinging } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { alertMessages } from "./alert-messages.ts";
import { unresolvedAlertsQuery } from "./alert-queries.ts";
import { useAlertWords } from "./use-alert-words.ts";
import "./critical-banner.css";

/** Over the board and on the wall while a critical alert is open that nobody looks after. */
export function CriticalBanner({ edition }: { edition: Edition }) {
  const t = useMessages(alertMessages);
  const words = useAlertWords();
  const { data } = useQuery(unresolvedAlertsQuery(edition.slug));
  const critical = data?.filter(({ severity, state }) => severity === "critical" && state === "open") ?? [];
  const [first] = critical;
  if (first === undefined) return null;
  return (
    <div className="critical-banner" role="alert">
      <IconBellRinging size={24} aria-hidden />
      <strong>{t("critically")}</strong>
      <span className="critical-words">{words(first)}</span>
      {critical.length > 1 && <span>{t("more", { n: critical.length - 1 })}</span>}
      <Link to={`/alerts/${edition.slug}`}>{t("see")}</Link>
    </div>
  );
}
