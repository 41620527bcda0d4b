import { baseCategories, type DayOverview, type Edition } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { MultiSelect, Title } from "@mantine/core";
import { useState } from "react";
import { categoryName } from "../pavilion/category-names.ts";
import { pavilionMessages } from "../pavilion/pavilion-messages.ts";
import { ReportLinks } from "./report-links.tsx";
import { reportMessages } from "./report-messages.ts";
import { type ReportChoice, reportUrl } from "./report-url.ts";

/** Who fair-audit bodies do not take for visitors; staff, who are in no visits, aside. */
const EXCLUDED = ["media", "exhibitors"];

export interface AuditReportCardProps {
  edition: Edition;
  days: readonly DayOverview[];
  choice: ReportChoice;
}

/** The report for an auditor, with the categories that are no visitors to it. */
export function AuditReportCard({ edition, days, choice }: AuditReportCardProps) {
  const t = useMessages(reportMessages);
  const words = useMessages(pavilionMessages);
  const categories = [...baseCategories, ...edition.categories].filter((category) => category !== "staff");
  const [excluded, setExcluded] = useState(() => EXCLUDED.filter((category) => categories.includes(category)));
  const settled = days.filter((day) => day.settled !== null).length;
  return (
    <section className="card report-row report-chosen" aria-labelledby="report-of-audit">
      <div className="report-what">
        <Title order={2} size="h4" id="report-of-audit">
          {t("auditReport")}
        </Title>
        <span className="zone-note">{t("auditHint")}</span>
        <span>{settled === 0 ? t("noneSettled") : t("settledDays", { settled, days: days.length })}</span>
      </div>
      <div className="report-fields">
        <MultiSelect
          label={t("noVisitors")}
          description={t("noVisitorsHint")}
          clearable
          value={excluded}
          onChange={setExcluded}
          data={categories.map((value) => ({ value, label: categoryName(value, words) }))}
        />
      </div>
      <ReportLinks
        href={reportUrl(edition.slug, choice, { kind: "audit", excluded })}
        openName={t("openAudit")}
        downloadName={t("downloadAudit")}
      />
    </section>
  );
}
