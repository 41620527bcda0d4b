import type { ProgrammeItem } from "@abwab/contract";
import { formatNumber, Num, useLanguage, useMessages } from "@abwab/ui";
import { Badge } from "@mantine/core";
import { useNow } from "../app/use-now.ts";
import { programmeMessages } from "./programme-messages.ts";

/** How many came, with where the figure is from. */
export function AttendanceFigure({ item }: { item: ProgrammeItem }) {
  const t = useMessages(programmeMessages);
  const { language } = useLanguage();
  const now = useNow(30_000);
  const { attendance, counted } = item;
  if (attendance === null) {
    return <span className="programme-soft">{t(Date.parse(item.startsAt) > now ? "notYet" : "notCounted")}</span>;
  }
  const isEntered = attendance.origin === "entered";
  return (
    <span className="programme-attendance">
      <Num value={attendance.value} />
      <Badge size="sm" color={isEntered ? "brass" : "forest"}>
        {t(attendance.origin)}
      </Badge>
      {isEntered && counted !== null && (
        <span className="programme-soft">{t("countedBeside", { value: formatNumber(counted, language) })}</span>
      )}
    </span>
  );
}
