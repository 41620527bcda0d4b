import type { Edition } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { Switch, Tabs } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useSearchParams } from "react-router";
import { EmptyState } from "../app/empty-state.tsx";
import { LoadMore } from "../app/load-more.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useSlug } from "../app/use-slug.ts";
import { useEdition } from "../editions/edition-queries.ts";
import { useMayWhole } from "../sign-in/session.ts";
import { AlertCard } from "./alert-card.tsx";
import { alertMessages } from "./alert-messages.ts";
import { alertRulesQuery, pastAlertsQuery, unresolvedAlertsQuery } from "./alert-queries.ts";
import { useAlertSound } from "./alert-sound.ts";
import { useAlertWatch } from "./use-alert-watch.ts";
import "./alerts.css";

const WebhookList = lazy(async () => ({ default: (await import("./webhook-list.tsx")).WebhookList }));
const RuleList = lazy(async () => ({ default: (await import("./rule-list.tsx")).RuleList }));

export function AlertsPage() {
  const slug = useSlug();
  const edition = useEdition(slug);
  return edition ? <Alerts key={slug} edition={edition} /> : <PageSkeleton />;
}

function Alerts({ edition }: { edition: Edition }) {
  const t = useMessages(alertMessages);
  useAlertWatch(edition.slug);
  const [sound, setSound] = useAlertSound();
  const mayRule = useMayWhole("organiser");
  const mayPost = useMayWhole("administrator");
  const parts = [
    "now",
    "history",
    ...(mayRule ? (["rules"] as const) : []),
    ...(mayPost ? (["webhooks"] as const) : []),
  ] as const;
  const [search, setSearch] = useSearchParams();
  const part = parts.find((each) => each === search.get("part")) ?? "now";
  return (
    <div className="page">
      <PageHeader
        title={t("title")}
        hint={t("hint")}
        actions={
          <Switch checked={sound} onChange={(event) => setSound(event.currentTarget.checked)} label={t("sound")} />
        }
      />
      <Tabs
        value={part}
        onChange={(next) => setSearch(next === "now" || next === null ? {} : { part: next }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md" aria-label={t("parts")}>
          {parts.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(each)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="now">
          <OpenAlerts edition={edition} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <PastAlerts edition={edition} />
        </Tabs.Panel>
        {mayPost && (
          <Tabs.Panel value="webhooks">
            <Suspense fallback={<PageSkeleton />}>
              <WebhookList slug={edition.slug} />
            </Suspense>
          </Tabs.Panel>
        )}
        {mayRule && (
          <Tabs.Panel value="rules">
            <Suspense fallback={<PageSkeleton />}>
              <RuleList slug={edition.slug} />
            </Suspense>
          </Tabs.Panel>
        )}
      </Tabs>
    </div>
  );
}

function OpenAlerts({ edition }: { edition: Edition }) {
  const t = useMessages(alertMessages);
  const mayRule = useMayWhole("organiser");
  const alerts = useQuery(unresolvedAlertsQuery(edition.slug));
  const rules = useQuery({ ...alertRulesQuery(edition.slug), enabled: mayRule });
  return (
    <>
      <ProblemAlert error={alerts.error} retry={() => void alerts.refetch()} />
      {!alerts.data && !alerts.error && <PageSkeleton />}
      {alerts.data?.length === 0 && (
        <EmptyState title={t("noneTitle")} hint={t(rules.data?.length === 0 ? "noRulesHint" : "noneHint")} />
      )}
      <ul className="alert-list">
        {alerts.data?.map((alert) => (
          <AlertCard key={alert.id} alert={alert} edition={edition} />
        ))}
      </ul>
    </>
  );
}

function PastAlerts({ edition }: { edition: Edition }) {
  const t = useMessages(alertMessages);
  const alerts = useInfiniteQuery(pastAlertsQuery(edition.slug));
  const rows = alerts.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <ProblemAlert error={alerts.error} retry={() => void alerts.refetch()} />
      {!rows && !alerts.error && <PageSkeleton />}
      {rows?.length === 0 && <EmptyState title={t("noHistoryTitle")} hint={t("noHistoryHint")} />}
      <ul className="alert-list">
        {rows?.map((alert) => (
          <AlertCard key={alert.id} alert={alert} edition={edition} />
        ))}
      </ul>
      <LoadMore list={alerts} />
    </>
  );
}
