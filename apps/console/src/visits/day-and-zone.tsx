import type { Edition } from "@abwab/contract";
import { formatDate, localName, useLanguage, useMessages } from "@abwab/ui";
import { NativeSelect } from "@mantine/core";
import { useZones } from "../editions/edition-queries.ts";
import { visitMessages } from "./visit-messages.ts";

export interface DayAndZoneProps {
  edition: Edition;
  day: string;
  /** Empty for every zone. */
  zone: string;
  onChange: (change: { day?: string; zone?: string }) => void;
}

/** Which day, and which zone of it. */
export function DayAndZone({ edition, day, zone, onChange }: DayAndZoneProps) {
  const t = useMessages(visitMessages);
  const { language } = useLanguage();
  const zones = useZones(edition.slug);
  return (
    <>
      <NativeSelect
        aria-label={t("day")}
        value={day}
        onChange={(event) => onChange({ day: event.currentTarget.value })}
        data={edition.days.map(({ date }) => ({ value: date, label: formatDate(date, language, "long") }))}
      />
      <NativeSelect
        aria-label={t("zone")}
        value={zone}
        onChange={(event) => onChange({ zone: event.currentTarget.value })}
        data={[
          { value: "", label: t("anyZone") },
          ...(zones.data ?? []).map(({ code, names }) => ({
            value: code,
            label: `${code} ${localName(names, language)}`,
          })),
        ]}
      />
    </>
  );
}
