import type { ProgrammeItem, ProgrammeRemark } from "@abwab/contract";
import { formatNumber, localName, useLanguage, useMessages } from "@abwab/ui";
import { IconAlertTriangle } from "@tabler/icons-react";
import { programmeMessages } from "./programme-messages.ts";

export interface RemarkListProps {
  remarks: readonly ProgrammeRemark[];
  /** Where the names of what it clashes with are found. */
  items: readonly ProgrammeItem[];
}

/** What an organiser should know of an item, each in a line. */
export function RemarkList({ remarks, items }: RemarkListProps) {
  const t = useMessages(programmeMessages);
  const { language } = useLanguage();
  if (remarks.length === 0) return null;
  const namesOf = (ids: readonly string[]) =>
    items
      .filter(({ id }) => ids.includes(id))
      .map(({ names }) => localName(names, language))
      .join(" · ");
  const said = (remark: ProgrammeRemark): string => {
    switch (remark.code) {
      case "hall_clash":
        return t("hallClash", { names: namesOf(remark.with) });
      case "speaker_clash":
        return t("speakerClash", { speaker: remark.speaker, names: namesOf(remark.with) });
      case "over_capacity":
        return t("overCapacity", { over: formatNumber(remark.over, language) });
      case "outside_hours":
        return t("outsideHours");
    }
  };
  return (
    <ul className="programme-remarks" aria-label={t("remarks")}>
      {remarks.map((remark) => (
        <li key={said(remark)}>
          <IconAlertTriangle size={15} aria-hidden />
          <span>{said(remark)}</span>
        </li>
      ))}
    </ul>
  );
}
