import type { ReportSchedule, ReportSending } from "@abwab/contract";
import type { SendingFigures } from "./sending-figures.ts";
import type { MadeFile } from "./sendings.repository.ts";

/**
 * What an endpoint is told when reports are made: the figures, and where each report is had by whoever may (an API
 * token of an organiser). No names, no addresses (P1).
 *
 * @param origin of the service; without it the addresses are paths
 */
export function reportMessage(
  schedule: ReportSchedule,
  { id, day, dueAt }: ReportSending,
  { edition, rehearsal, day: ofDay, total, asOf, version }: SendingFigures,
  files: readonly MadeFile[],
  origin: string | undefined,
): object {
  return {
    edition: edition.slug,
    schedule: { id: schedule.id, name: schedule.name, moment: schedule.moment },
    sending: id,
    day,
    dueAt,
    asOf: new Date(asOf).toISOString(),
    version,
    rehearsal,
    figures: {
      day: ofDay && {
        visits: ofDay.visits,
        pavilionVisits: ofDay.pavilionVisits,
        settled: ofDay.settled,
        peak: ofDay.peak && { from: new Date(ofDay.peak.from).toISOString(), visits: ofDay.peak.visits },
      },
      edition: total,
    },
    reports: files.map(({ report, locale, fileName, content }) => ({
      report,
      locale,
      fileName,
      bytes: content.length,
      url: `${origin ?? ""}/api/v1/editions/${edition.slug}${PATHS[report](day)}?locale=${locale}`,
    })),
  };
}

const PATHS = {
  day: (day: string) => `/days/${day}/report`,
  edition: () => "/report",
  communique: () => "/communique/print",
} as const satisfies Record<MadeFile["report"], (day: string) => string>;
