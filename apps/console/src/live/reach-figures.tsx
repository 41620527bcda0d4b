import { Num, useMessages } from "@abwab/ui";
import { Badge, Title } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { reachMessages } from "../reach/reach-messages.ts";
import { reachQuery } from "../reach/reach-queries.ts";
import { liveMessages } from "./live-messages.ts";

/** How far the event reached beyond its gates: the sums of the channels, by origin, never added to what was counted. */
export function ReachFigures({ slug }: { slug: string }) {
  const t = useMessages(liveMessages);
  const reach = useMessages(reachMessages);
  const { data } = useQuery(reachQuery(slug));
  const sums = data?.sums.filter(({ channel }) => channel === null) ?? [];
  if (sums.length === 0) return null;
  return (
    <section className="published" aria-labelledby="reach-title">
      <div className="published-head">
        <Title order={2} size="h4" id="reach-title">
          <Link to={`/reach/${slug}`}>{t("reachTitle")}</Link>
        </Title>
        <Badge color="brass" leftSection={<IconEye size={14} aria-hidden />}>
          {reach(sums.every(({ origin }) => origin === "published") ? "published" : "entered")}
        </Badge>
        <span className="published-hint">{t("reachHint")}</span>
      </div>
      <dl className="published-list">
        {sums.map(({ origin, value, qualifier }) => (
          <div key={origin}>
            <dt>{reach(origin === "entered" ? "sumEntered" : "sumPublished")}</dt>
            <dd>
              {qualifier !== "exact" && <span className="published-qualifier">{reach(qualifier)}</span>}{" "}
              <Num value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
