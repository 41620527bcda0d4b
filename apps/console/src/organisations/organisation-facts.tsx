import type { Edition, Organisation } from "@abwab/contract";
import { formatDate, Num, useLanguage, useMessages } from "@abwab/ui";
import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMay } from "../sign-in/session.ts";
import { contactKeptUntil } from "./contact-kept-until.ts";
import { placeName, useProvinceName, useRegions } from "./geography.ts";
import { organisationMessages } from "./organisation-messages.ts";

interface OrganisationFactsProps {
  edition: Edition;
  organisation: Organisation;
}

/** The figures, the place, the contact and where it came from, each on a card. */
export function OrganisationFacts({ edition, organisation }: OrganisationFactsProps) {
  const t = useMessages(organisationMessages);
  const { language } = useLanguage();
  const mayImport = useMay("organiser");
  const provinceName = useProvinceName();
  const region = useRegions().find(({ code }) => code === organisation.region);
  const { nameAr, nameFr, city, province, expectedPupils, expectedAdults, importId, atGate } = organisation;
  return (
    <div className="organisation-facts">
      <Facts title={t("figures")}>
        <Fact name={t("expectedTotal")} large>
          <Num value={expectedPupils + expectedAdults} />
        </Fact>
        <Fact name={t("pupils")}>
          <Num value={expectedPupils} />
        </Fact>
        <Fact name={t("adults")}>
          <Num value={expectedAdults} />
        </Fact>
        <Fact name={t(atGate ? "originGate" : importId === null ? "originHand" : "originImport")}>
          {importId !== null && mayImport ? (
            <Link to={`/imports/${edition.slug}/${importId}`}>{t("showImport")}</Link>
          ) : (
            formatDate(organisation.createdAt, language, "medium", edition.timeZone)
          )}
        </Fact>
      </Facts>
      <Facts title={t("place")}>
        <Fact name={t("nameAr")}>{nameAr === null ? "–" : <bdi lang="ar">{nameAr}</bdi>}</Fact>
        <Fact name={t("nameFr")}>{nameFr === null ? "–" : <bdi lang="fr">{nameFr}</bdi>}</Fact>
        <Fact name={t("city")}>{city === null ? "–" : <bdi>{city}</bdi>}</Fact>
        <Fact name={t("province")}>{province === null ? "–" : provinceName(province)}</Fact>
        <Fact name={t("region")}>{region === undefined ? "–" : placeName(region, language)}</Fact>
      </Facts>
      <ContactFacts edition={edition} organisation={organisation} />
    </div>
  );
}

function ContactFacts({ edition, organisation: { contact } }: OrganisationFactsProps) {
  const t = useMessages(organisationMessages);
  const { language } = useLanguage();
  const until = contactKeptUntil(edition);
  return (
    <Facts title={t("contact")}>
      {contact === null && <Text c="dimmed">{t("contactNone")}</Text>}
      {contact !== null && contact.name !== null && (
        <Fact name={t("contactName")}>
          <bdi>{contact.name}</bdi>
        </Fact>
      )}
      {contact !== null && contact.phone !== null && (
        <Fact name={t("contactPhone")}>
          <a href={`tel:${contact.phone.replaceAll(/[^\d+]/g, "")}`} dir="ltr">
            {contact.phone}
          </a>
        </Fact>
      )}
      {contact !== null && contact.email !== null && (
        <Fact name={t("contactEmail")}>
          <a href={`mailto:${contact.email}`} dir="ltr">
            {contact.email}
          </a>
        </Fact>
      )}
      {contact !== null && until !== undefined && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("contactKept", { date: formatDate(until, language) })}
        </Text>
      )}
    </Facts>
  );
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card organisation-card">
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

function Fact({ name, large, children }: { name: string; large?: true; children: ReactNode }) {
  return (
    <div className="organisation-fact" data-large={large}>
      <span className="organisation-fact-name">{name}</span>
      <span>{children}</span>
    </div>
  );
}
