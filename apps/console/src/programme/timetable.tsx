import type { Edition, ProgrammeItem, Zone } from "@abwab/contract";
import { formatTime, localName, useLanguage, useMessages } from "@abwab/ui";
import type { CSSProperties, ReactNode } from "react";
import { AttendanceFigure } from "./attendance-figure.tsx";
import { programmeMessages } from "./programme-messages.ts";
import { RemarkList } from "./remark-list.tsx";
import { placeItems, stepsBetween } from "./timetable-places.ts";

export interface TimetableProps {
  edition: Edition;
  zones: readonly Zone[];
  /** Those of one day. */
  items: readonly ProgrammeItem[];
  /** All of them, for the names of what clashes. */
  all: readonly ProgrammeItem[];
  menu: (item: ProgrammeItem) => ReactNode;
}

const HOUR_MS = 60 * 60_000;
const HOUR_STEPS = stepsBetween(0, HOUR_MS);

/** A day hall by hall, from the first hour to the last. */
export function Timetable({ edition, zones, items, all, menu }: TimetableProps) {
  const t = useMessages(programmeMessages);
  const { language } = useLanguage();
  const { timeZone } = edition;
  const from = Math.floor(Math.min(...items.map(({ startsAt }) => Date.parse(startsAt))) / HOUR_MS) * HOUR_MS;
  const to = Math.ceil(Math.max(...items.map(({ endsAt }) => Date.parse(endsAt))) / HOUR_MS) * HOUR_MS;
  const hours = Array.from({ length: (to - from) / HOUR_MS }, (_, hour) => from + hour * HOUR_MS);
  const halls = zones.filter(({ code }) => items.some(({ zone }) => zone === code));
  const shape: CSSProperties = {
    gridTemplateRows: `auto repeat(${stepsBetween(from, to)}, 0.9rem)`,
    gridTemplateColumns: `3.6rem repeat(${halls.length}, minmax(13rem, 1fr))`,
  };
  return (
    <div className="card timetable-frame" role="group" aria-label={t("table")}>
      <div className="timetable" style={shape}>
        {halls.map(({ code, names }, column) => (
          <h2 key={code} className="timetable-hall" style={{ gridColumn: column + 2 }}>
            {localName(names, language)}
          </h2>
        ))}
        {hours.map((hour, index) => (
          <div
            key={hour}
            className="timetable-hour"
            style={{ gridRow: `${index * HOUR_STEPS + 2} / span ${HOUR_STEPS}` }}
          >
            <bdi className="abwab-number">{formatTime(hour, language, { timeZone })}</bdi>
          </div>
        ))}
        {halls.map(({ code }, column) =>
          placeItems(
            items.filter(({ zone }) => zone === code),
            from,
          ).map(({ item, row, rows, lane, lanes }) => (
            <article
              key={item.id}
              className="timetable-item"
              data-kind={item.kind}
              data-clash={item.remarks.length > 0}
              aria-label={localName(item.names, language)}
              style={{
                gridColumn: column + 2,
                gridRow: `${row + 1} / span ${rows}`,
                marginInlineStart: `${(lane / lanes) * 100}%`,
                inlineSize: `${100 / lanes}%`,
              }}
            >
              <div className="timetable-head">
                <span className="programme-kind">{t(item.kind)}</span>
                {menu(item)}
              </div>
              <strong>{localName(item.names, language)}</strong>
              <bdi className="abwab-number programme-soft">
                {formatTime(item.startsAt, language, { timeZone })} – {formatTime(item.endsAt, language, { timeZone })}
              </bdi>
              {item.speakers.length > 0 && (
                <span className="programme-soft">{item.speakers.map(({ name }) => name).join(" · ")}</span>
              )}
              <AttendanceFigure item={item} />
              <RemarkList remarks={item.remarks} items={all} />
            </article>
          )),
        )}
      </div>
    </div>
  );
}
