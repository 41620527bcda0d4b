import type { DayOverview } from "@abwab/contract";
import { formatDate, localName, useLanguage, useMessages } from "@abwab/ui";
import { Select, Title } from "@mantine/core";
import { useState } from "react";
import { useZones } from "../editions/edition-queries.ts";
import { ReportLinks } from "./report-links.tsx";
import { reportMessages } from "./report-messages.ts";
import { type ReportChoice, reportUrl } from "./report-url.ts";

export interface ZoneReportCardProps {
  slug: string;
  days: readonly DayOverview[];
  choice: ReportChoice;
}

/** The report of a pavilion, or of any other space, with the curve of one day or of each. */
export function ZoneReportCard({ slug, days, choice }: ZoneReportCardProps) {
  const t = useMessages(reportMessages);
  const { language } = useLanguage();
  const zones = useZones(slug).data ?? [];
  const [chosen, setChosen] = useState<string>();
  const [day, setDay] = useState<string>();
  const zone = zones.find(({ code }) => code === chosen) ?? zones.find(({ kind }) => kind === "pavilion") ?? zones[0];
  if (zone === undefined) return null;
  const name = localName(zone.names, language);
  return (
    <section className="card report-row report-chosen" aria-labelledby="report-of-zone">
      <div className="report-what">
        <Title order={2} size="h4" id="report-of-zone">
          {t("zoneReport")}
        </Title>
        <span className="zone-note">{t("zoneHint")}</span>
      </div>
      <div className="report-fields">
        <Select
          label={t("space")}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t("noSuchSpace")}
          value={zone.code}
          onChange={(code) => setChosen(code ?? undefined)}
          data={zones.map(({ code, names }) => ({ value: code, label: `${code} ${localName(names, language)}` }))}
        />
        <Select
          label={t("curveOf")}
          allowDeselect={false}
          value={day ?? ""}
          onChange={(date) => setDay(date === null || date === "" ? undefined : date)}
          data={[
            { value: "", label: t("everyDay") },
            ...days.map(({ date }) => ({ value: date, label: formatDate(date, language, "long") })),
          ]}
        />
      </div>
      <ReportLinks
        href={reportUrl(slug, choice, { kind: "zone", zone: zone.code, day })}
        openName={t("openZone", { zone: name })}
        downloadName={t("downloadZone", { zone: name })}
      />
    </section>
  );
}
