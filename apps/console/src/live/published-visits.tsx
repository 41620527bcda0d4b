import type { Edition } from "@abwab/contract";
import { formatNumber, useLanguage, useMessages } from "@abwab/ui";
import { liveMessages } from "./live-messages.ts";
import { qualifierTexts } from "./published-figures.tsx";

/** The announced visits of the edition beside the counted ones, named as announced. */
export function PublishedVisits({ edition }: { edition: Edition }) {
  const t = useMessages(liveMessages);
  const { language } = useLanguage();
  const figure = edition.published.find(({ metric }) => metric === "visits");
  if (!figure) return null;
  return (
    <dd className="total-published">
      {t("publishedShort")} {t(qualifierTexts[figure.qualifier])} {formatNumber(figure.value, language)}
    </dd>
  );
}
