import {
  CERTIFICATES_PER_DOCUMENT,
  CONFIRMATIONS_PER_DOCUMENT,
  documentLocale,
  type DocumentLocale,
  type Edition,
  type Visit,
} from "@abwab/contract";
import { formatDate, useLanguage, useMessages } from "@abwab/ui";
import { Button, Group, Modal, NativeSelect, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { appMessages } from "../app/app-messages.ts";
import { ProblemAlert } from "../app/problem-alert.tsx";
import { useReturnFocus } from "../app/use-return-focus.ts";
import { DayAndZone } from "./day-and-zone.tsx";
import { documentLanguageTexts } from "./document-languages.ts";
import { ProvinceSelect } from "./province-select.tsx";
import type { VisitView } from "./use-visit-view.ts";
import { visitMessages } from "./visit-messages.ts";
import { certificatesPrintUrl, confirmationsPrintUrl, confirmedVisitsQuery, dayListPrintUrl } from "./visit-queries.ts";

const titles = { list: "printDay", confirmations: "printMany", certificates: "printCertificates" } as const;

export interface PrintDialogProps {
  edition: Edition;
  view: VisitView;
  /** The day's list for a gate, or many confirmations or certificates in one file. */
  what: keyof typeof titles;
  onClose: () => void;
}

export function PrintDialog({ edition, view, what, onClose }: PrintDialogProps) {
  const t = useMessages(visitMessages);
  const app = useMessages(appMessages);
  const { language } = useLanguage();
  useReturnFocus();
  const [locale, setLocale] = useState<DocumentLocale>(language);
  return (
    <Modal opened onClose={onClose} title={t(titles[what])} closeButtonProps={{ "aria-label": app("close") }}>
      <Stack gap="md">
        <SegmentedControl
          aria-label={t("printLanguage")}
          value={locale}
          onChange={setLocale}
          data={documentLocale.options.map((value) => ({ value, label: app(documentLanguageTexts[value]) }))}
        />
        {what === "list" ? (
          <DayList edition={edition} view={view} locale={locale} />
        ) : (
          <Many what={what} edition={edition} view={view} locale={locale} />
        )}
      </Stack>
    </Modal>
  );
}

type PartProps = Pick<PrintDialogProps, "edition" | "view"> & { locale: DocumentLocale };

function DayList({ edition, view, locale }: PartProps) {
  const t = useMessages(visitMessages);
  const [{ day, zone }, setChoice] = useState({ day: view.day, zone: view.zone });
  return (
    <>
      <Text>{t("printDayText")}</Text>
      <DayAndZone
        edition={edition}
        day={day}
        zone={zone}
        onChange={(change) => setChoice((now) => ({ ...now, ...change }))}
      />
      <Group justify="flex-end">
        <DocumentLink
          href={dayListPrintUrl(edition.slug, { locale, day, ...(zone === "" ? {} : { zone }) })}
          text={t("printOpen")}
        />
      </Group>
    </>
  );
}

/** A page for each visit of a day or a province: of certificates, for each that arrived. */
function Many({ what, edition, view, locale }: PartProps & { what: "confirmations" | "certificates" }) {
  const t = useMessages(visitMessages);
  const { language } = useLanguage();
  const [day, setDay] = useState(view.day);
  const [province, setProvince] = useState(view.province);
  const visits = useQuery(confirmedVisitsQuery(edition.slug, day, province));
  const { isPrinted, perDocument, count: countText, url } = papers[what];
  const count = visits.data?.filter(isPrinted).length;
  const parts = Math.ceil((count ?? 0) / perDocument);
  const query = { locale, ...(day === "" ? {} : { day }), ...(province === "" ? {} : { province }) };
  return (
    <>
      <ProvinceSelect label={t("province")} value={province} onChange={setProvince} />
      <NativeSelect
        label={t("day")}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
        data={[
          { value: "", label: t("anyDay") },
          ...edition.days.map(({ date }) => ({ value: date, label: formatDate(date, language, "long") })),
        ]}
      />
      <ProblemAlert error={visits.error} retry={() => void visits.refetch()} />
      {count !== undefined && <Text role="status">{t(countText, { count })}</Text>}
      <Group justify="flex-end">
        {Array.from({ length: parts }, (_, index) => (
          <DocumentLink
            key={index}
            href={url(edition.slug, { ...query, part: index + 1 })}
            text={parts === 1 ? t("printOpen") : t("printPart", { part: index + 1 })}
          />
        ))}
      </Group>
    </>
  );
}

const papers = {
  confirmations: {
    isPrinted: ({ state }: Visit) => state !== "cancelled",
    perDocument: CONFIRMATIONS_PER_DOCUMENT,
    count: "printCount",
    url: confirmationsPrintUrl,
  },
  certificates: {
    isPrinted: ({ arrived }: Visit) => arrived.pupils + arrived.adults > 0,
    perDocument: CERTIFICATES_PER_DOCUMENT,
    count: "certificateCount",
    url: certificatesPrintUrl,
  },
} as const;

function DocumentLink({ href, text }: { href: string; text: string }) {
  return (
    <Button component="a" href={href} target="_blank" leftSection={<IconPrinter size={18} aria-hidden />}>
      {text}
    </Button>
  );
}
