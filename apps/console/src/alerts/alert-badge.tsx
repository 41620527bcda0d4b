import { useLanguage, formatNumber } from "@abwab/ui";
import { useQuery } from "@tanstack/react-query";
import { unresolvedAlertsQuery } from "./alert-queries.ts";

/** How many alerts are open, beside their name in the navigation. */
export function AlertBadge({ slug }: { slug: string }) {
  const { language } = useLanguage();
  const { data } = useQuery(unresolvedAlertsQuery(slug));
  if (data === undefined || data.length === 0) return null;
  const isCritical = data.some(({ severity }) => severity === "critical");
  return (
    <span className="navigation-badge" data-critical={isCritical}>
      {formatNumber(data.length, language)}
    </span>
  );
}
