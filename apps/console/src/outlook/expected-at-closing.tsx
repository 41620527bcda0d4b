import type { Edition } from "@abwab/contract";
import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { outlookMessages } from "./outlook-messages.ts";
import { outlookQuery } from "./outlook-queries.ts";

/** Under the visits of the running day: what they are expected to come to. Nothing where nothing can be said. */
export function ExpectedAtClosing({ edition }: { edition: Edition }) {
  const t = useMessages(outlookMessages);
  const { language } = useLanguage();
  const { data } = useQuery(outlookQuery(edition.slug));
  const day = data?.forecast.day;
  if (!day || day.method === "counted") return null;
  const { low, high } = day;
  return (
    <dd className="total-expected">
      <Link to={`/outlook/${edition.slug}`}>
        {t("atClosing")} <strong>{formatNumber(day.expected, language)}</strong>
      </Link>{" "}
      <span>{t("between", { low, high })}</span>
    </dd>
  );
}
