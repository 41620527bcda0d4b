import type { Edition } from "@abwab/contract";
import { formatDate, formatTime, useLanguage, useMessages } from "@abwab/ui";
import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { PageHeader } from "../app/page-header.tsx";
import { PageSkeleton } from "../app/page-skeleton.tsx";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useSlug } from "../app/use-slug.ts";
import { ExportLink } from "../exports/export-link.tsx";
import { useEditions, useZones } from "../editions/edition-queries.ts";
import { audienceMessages } from "./audience-messages.ts";
import { attendanceQuery } from "./audience-queries.ts";
import { CategoriesPart } from "./categories-part.tsx";
import { OrganisationsPart } from "./organisations-part.tsx";
import { PlacesPart } from "./places-part.tsx";
import { ZonesPart } from "./zones-part.tsx";
import "./audience.css";

export function AudiencePage() {
  const slug = useSlug();
  const editions = useEditions();
  const edition = editions.data?.find((each) => each.slug === slug);
  if (edition) return <WhoCame key={slug} edition={edition} />;
  return editions.data ? <NotFoundPage /> : <PageSkeleton />;
}

/** Who came and where they went, on a day or in the whole edition. */
function WhoCame({ edition }: { edition: Edition }) {
  const t = useMessages(audienceMessages);
  const { language } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const chosen = search.get("day") ?? undefined;
  const day = edition.days.some(({ date }) => date === chosen) ? chosen : undefined;
  const attendance = useQuery(attendanceQuery(edition.slug, day));
  const zones = useZones(edition.slug);
  const { data } = attendance;
  return (
    <div className="page">
      <PageHeader
        title={t("title")}
        hint={data ? t("asOf", { time: formatTime(data.asOf, language, { timeZone: edition.timeZone }) }) : t("hint")}
        actions={
          <>
            <ExportLink
              slug={edition.slug}
              wanted={{ by: ["zone", "day", "category"], from: day ?? "", to: day ?? "" }}
            />
            <NativeSelect
              aria-label={t("time")}
              value={day ?? ""}
              onChange={({ currentTarget: { value } }) =>
                setSearch(value === "" ? {} : { day: value }, { replace: true })
              }
              data={[
                { value: "", label: t("wholeEdition") },
                ...edition.days.map(({ date }) => ({ value: date, label: formatDate(date, language, "long") })),
              ]}
            />
          </>
        }
      />
      <ProblemAlert error={attendance.error} retry={() => void attendance.refetch()} />
      {!data && !attendance.error && <PageSkeleton />}
      {data && (
        <>
          <CategoriesPart breakdown={data} edition={edition} />
          <OrganisationsPart breakdown={data} edition={edition} />
          <PlacesPart breakdown={data} />
          <ZonesPart breakdown={data} edition={edition} zones={zones.data ?? []} />
        </>
      )}
    </div>
  );
}
