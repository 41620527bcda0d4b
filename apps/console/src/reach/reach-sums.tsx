import type { Qualifier, Reach } from "@abwab/contract";
import { Num, useMessages } from "@abwab/ui";
import { Badge } from "@mantine/core";
import type { ReactNode } from "react";
import { reachMessages } from "./reach-messages.ts";

/** The sums by origin and channel, and what was announced, each with its name: never added to each other. */
export function ReachSums({ reach }: { reach: Reach }) {
  const t = useMessages(reachMessages);
  const titles = { entered: "sumEntered", published: "sumPublished" } as const;
  return (
    <div className="reach-sums">
      {reach.announced.map(({ value, qualifier, source }) => (
        <Sum
          key={source}
          title={t("announced")}
          badge={t("published")}
          color="brass"
          value={value}
          qualifier={qualifier}
        >
          <p className="reach-soft">
            {t("source")}: <bdi>{source}</bdi>. {t("announcedHint")}
          </p>
        </Sum>
      ))}
      {(["entered", "published"] as const).map((origin) => {
        const total = reach.sums.find((sum) => sum.origin === origin && sum.channel === null);
        if (!total) return null;
        const channels = reach.sums.filter((sum) => sum.origin === origin && sum.channel !== null);
        return (
          <Sum
            key={origin}
            title={t(titles[origin])}
            badge={t(origin)}
            color={origin === "entered" ? "forest" : "brass"}
            value={total.value}
            qualifier={total.qualifier}
          >
            <ul className="reach-channels" aria-label={t("byChannel")}>
              {channels.map(({ channel, value }) => (
                <li key={channel}>
                  <bdi>{channel}</bdi>
                  <meter min={0} max={total.value} value={value} aria-hidden />
                  <Num value={value} />
                </li>
              ))}
            </ul>
          </Sum>
        );
      })}
    </div>
  );
}

interface SumProps {
  title: string;
  badge: string;
  color: string;
  value: number;
  qualifier: Qualifier;
  children: ReactNode;
}

function Sum({ title, badge, color, value, qualifier, children }: SumProps) {
  const t = useMessages(reachMessages);
  return (
    <section className="card reach-sum" aria-label={title}>
      <div className="reach-sum-head">
        <h2>{title}</h2>
        <Badge color={color}>{badge}</Badge>
      </div>
      <p className="reach-sum-value">
        {qualifier !== "exact" && <span>{t(qualifier)} </span>}
        <Num value={value} />
      </p>
      {children}
    </section>
  );
}
