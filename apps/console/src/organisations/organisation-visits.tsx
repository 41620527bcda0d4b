import { type Edition, type Organisation, type Visit } from "@abwab/contract";
import { formatDate, formatNumber, formatTime, useLanguage, useMessages } from "@abwab/ui";
import { Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { organisationMessages } from "./organisation-messages.ts";
import { visitsOfOrganisation } from "./organisation-queries.ts";

interface OrganisationVisitsProps {
  edition: Edition;
  organisation: Organisation;
}

/** When it comes, and who of it has come. */
export function OrganisationVisits({ edition, organisation: { id } }: OrganisationVisitsProps) {
  const t = useMessages(organisationMessages);
  const { slug } = edition;
  const visits = useQuery(visitsOfOrganisation(slug, id));
  return (
    <section className="card organisation-card organisation-list">
      <Title order={2} size="h5" mb="xs">
        {t("visits")}
      </Title>
      <ProblemAlert error={visits.error} retry={() => void visits.refetch()} />
      {visits.data?.items.length === 0 && (
        <Text c="dimmed">
          {t("noVisits")} · <Link to={`/visits/${slug}`}>{t("toVisits")}</Link>
        </Text>
      )}
      <ul>
        {visits.data?.items.map((visit) => (
          <li key={visit.id}>
            <VisitLine visit={visit} edition={edition} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function VisitLine({ visit: { slot, pupils, adults, arrived }, edition }: { visit: Visit; edition: Edition }) {
  const t = useMessages(organisationMessages);
  const { language } = useLanguage();
  const { slug, timeZone } = edition;
  const words = {
    arrived: formatNumber(arrived.pupils + arrived.adults, language),
    expected: formatNumber(pupils + adults, language),
  };
  return (
    <>
      {slot ? (
        <Link to={`/visits/${slug}`}>
          <bdi>
            {formatDate(slot.startsAt, language, "long", timeZone)} {formatTime(slot.startsAt, language, { timeZone })}
          </bdi>
        </Link>
      ) : (
        <Link to={`/visits/${slug}`}>{t("noSlot")}</Link>
      )}
      {" · "}
      {slot && <bdi className="device-door">{slot.zone}</bdi>} {t("arrivedOf", words)}
    </>
  );
}
