import type { Edition } from "@abwab/contract";
import { Num, useMessages } from "@abwab/ui";
import { Badge, Title } from "@mantine/core";
import { IconNews } from "@tabler/icons-react";
import { liveMessages } from "./live-messages.ts";
import { useMetricName } from "./metric-names.ts";

export const qualifierTexts = { exact: "qualifierExact", about: "qualifierAbout", over: "qualifierOver" } as const;

/** What was announced, told apart from what was counted: its own frame, its qualifier and its source. */
export function PublishedFigures({ edition }: { edition: Edition }) {
  const t = useMessages(liveMessages);
  const metricName = useMetricName();
  if (edition.published.length === 0) return null;
  return (
    <section className="published" aria-labelledby="published-title">
      <div className="published-head">
        <Title order={2} size="h4" id="published-title">
          {t("publishedTitle")}
        </Title>
        <Badge color="brass" leftSection={<IconNews size={14} aria-hidden />}>
          {t("publishedOrigin")}
        </Badge>
        <span className="published-hint">{t("publishedHint")}</span>
      </div>
      <dl className="published-list">
        {edition.published.map(({ metric, value, qualifier, source }) => (
          <div key={metric}>
            <dt>{metricName(metric)}</dt>
            <dd>
              <span className="published-qualifier">{t(qualifierTexts[qualifier])}</span> <Num value={value} />
              <span className="published-source">
                {t("source")} <bdi>{source}</bdi>
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
