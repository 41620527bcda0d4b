import type { Edition, ProgrammeItem, Zone } from "@abwab/contract";
import { formatDate, formatTime, localName, Num, useLanguage, useMessages } from "@abwab/ui";
import type { ReactNode } from "react";
import { ListTable, type Column } from "../app/list-table.tsx";
import { AttendanceFigure } from "./attendance-figure.tsx";
import { programmeMessages } from "./programme-messages.ts";
import { RemarkList } from "./remark-list.tsx";
import { localMoment } from "../tables/cell-value.ts";

export interface ProgrammeListProps {
  edition: Edition;
  zones: readonly Zone[];
  items: readonly ProgrammeItem[];
  all: readonly ProgrammeItem[];
  menu: ((item: ProgrammeItem) => ReactNode) | undefined;
}

export function ProgrammeList({ edition, zones, items, all, menu }: ProgrammeListProps) {
  const t = useMessages(programmeMessages);
  const { language } = useLanguage();
  const { timeZone } = edition;
  const hallOf = (code: string) => {
    const zone = zones.find((each) => each.code === code);
    return zone ? localName(zone.names, language) : code;
  };
  const columns: Column<ProgrammeItem>[] = [
    {
      key: "title",
      value: ({ names }) => localName(names, language),
      title: t("names"),
      cell: (item) => (
        <div>
          <span className="programme-kind">{t(item.kind)}</span>
          <div>
            <strong>{localName(item.names, language)}</strong>
          </div>
          {item.speakers.map(({ name, affiliation }) => (
            <div key={name} className="programme-soft">
              <bdi>{affiliation === null ? name : `${name}, ${affiliation}`}</bdi>
            </div>
          ))}
          <RemarkList remarks={item.remarks} items={all} />
        </div>
      ),
    },
    {
      key: "hours",
      value: ({ startsAt }) => localMoment(startsAt, timeZone),
      title: t("hours"),
      cell: ({ startsAt, endsAt, day }) => (
        <div>
          <div>{formatDate(day, language, "short")}</div>
          <bdi className="abwab-number">
            {formatTime(startsAt, language, { timeZone })} – {formatTime(endsAt, language, { timeZone })}
          </bdi>
        </div>
      ),
    },
    { key: "hall", value: ({ zone }) => hallOf(zone), title: t("hall"), cell: ({ zone }) => hallOf(zone) },
    {
      key: "expected",
      value: ({ expected }) => expected,
      title: t("expected"),
      cell: ({ expected }) => (expected === null ? "–" : <Num value={expected} />),
    },
    {
      key: "attendance",
      value: ({ attendance }) => attendance?.value,
      title: t("attendance"),
      cell: (item) => <AttendanceFigure item={item} />,
    },
  ];
  return <ListTable caption={t("title")} columns={columns} rows={items} keyOf={({ id }) => id} menu={menu} />;
}
