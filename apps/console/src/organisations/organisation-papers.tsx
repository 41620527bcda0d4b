import { documentLocale, type DocumentLocale, type Edition, type Organisation } from "@abwab/contract";
import { useLanguage, useMessages } from "@abwab/ui";
import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconCertificate, IconFileText, IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { appMessages } from "../app/app-messages.ts";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useReturnFocus } from "../app/use-return-focus.ts";
import { documentLanguageTexts } from "../visits/document-languages.ts";
import { organisationCertificateUrl, organisationReportUrl } from "../visits/visit-queries.ts";
import { organisationMessages } from "./organisation-messages.ts";
import { visitsOfOrganisation } from "./organisation-queries.ts";

interface OrganisationPapersProps {
  edition: Edition;
  organisation: Organisation;
}

/** What can be printed of an organisation. */
export function OrganisationPapers(props: OrganisationPapersProps) {
  const t = useMessages(organisationMessages);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t("papers")}
      </Button>
      {isOpen && <PapersDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function PapersDialog({
  edition: { slug },
  organisation: { id },
  onClose,
}: OrganisationPapersProps & { onClose: () => void }) {
  const t = useMessages(organisationMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  useReturnFocus();
  const [locale, setLocale] = useState<DocumentLocale>(language);
  const [withPeople, setWithPeople] = useState(false);
  const visits = useQuery(visitsOfOrganisation(slug, id));
  const hasArrived = visits.data?.items.some(({ arrived }) => arrived.pupils + arrived.adults > 0);
  return (
    <Modal opened onClose={onClose} title={t("papers")} closeButtonProps={{ "aria-label": app("close") }}>
      <Stack gap="md">
        <SegmentedControl
          aria-label={t("papersLanguage")}
          value={locale}
          onChange={setLocale}
          data={documentLocale.options.map((value) => ({ value, label: app(documentLanguageTexts[value]) }))}
        />
        <Text>{t("reportText")}</Text>
        <Checkbox
          label={t("withPeople")}
          description={t("withPeopleHint")}
          checked={withPeople}
          onChange={({ currentTarget: { checked } }) => setWithPeople(checked)}
        />
        <Group>
          <Button
            component="a"
            href={organisationReportUrl(slug, id, locale, withPeople ? "shown" : undefined)}
            target="_blank"
            leftSection={<IconFileText size={18} aria-hidden />}
          >
            {t("openReport")}
          </Button>
        </Group>
        <Text>{t("certificateText")}</Text>
        <ProblemAlert error={visits.error} retry={() => void visits.refetch()} />
        {hasArrived === false && <Text c="dimmed">{t("noCertificate")}</Text>}
        {hasArrived === true && (
          <Group>
            <Button
              component="a"
              href={organisationCertificateUrl(slug, id, locale)}
              target="_blank"
              leftSection={<IconCertificate size={18} aria-hidden />}
            >
              {t("openCertificate")}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
