import { useMessages } from "@abwab/ui";
import { liveMessages } from "./live-messages.ts";

const metricTexts = {
  visits: "metricVisits",
  weekend_visits: "metricWeekendVisits",
  schools: "metricSchools",
  civil_society_bodies: "metricCivilSociety",
  media_outlets: "metricMediaOutlets",
  media_activities: "metricMediaActivities",
  broadcast_views: "metricBroadcastViews",
  pavilions: "metricPavilions",
  covered_themed_area_m2: "metricCoveredArea",
} as const;

/** The published figures that have a name of their own. */
export const knownMetrics: readonly string[] = Object.keys(metricTexts);
const isKnown = (metric: string): metric is keyof typeof metricTexts => Object.hasOwn(metricTexts, metric);

/** Names a published figure; one that nobody has named stands as it was entered. */
export function useMetricName(): (metric: string) => string {
  const t = useMessages(liveMessages);
  return (metric) => (isKnown(metric) ? t(metricTexts[metric]) : metric.replaceAll("_", " "));
}
