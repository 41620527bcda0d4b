import type { CountSnapshot, Zone } from "@abwab/contract";
import { localName } from "@abwab/ui";
import { IconDoorEnter, IconUsersGroup } from "@tabler/icons-react";
import { fullAndFree, partOf, type ZoneRoom } from "./fullness.ts";
import type { WallTexts } from "./use-wall-texts.ts";

interface EventFiguresProps {
  readonly snapshot: CountSnapshot;
  readonly zones: readonly Zone[];
  readonly texts: WallTexts;
  /** Raised when the lists show their next part. */
  readonly turn: number;
}

const LINES = 3;
/** Characters from which on a name is set smaller, to stand on its line whole. */
const LONG_NAME = 26;

/** The event's live total, as large as the screen allows, and where to go from here. */
export function EventFigures({ snapshot: { totals, zones: rows }, zones, texts, turn }: EventFiguresProps) {
  const { t, n } = texts;
  const { full, free } = fullAndFree(zones, rows);
  const tells = full.length + free.length > 0;
  return (
    <>
      <section className="wall-total" data-alone={!tells}>
        <p className="wall-number" data-digits={n(totals.visitsToday).length} data-testid="wall-total">
          <bdi>{n(totals.visitsToday)}</bdi>
        </p>
        <h2>{t("visitsToday")}</h2>
        <dl className="wall-others">
          {totals.insideSite !== null && <Other name={t("insideSite")} value={n(totals.insideSite)} />}
          <Other name={t("visitsEdition")} value={n(totals.visitsEdition)} />
          {!tells && <Other name={t("pavilionVisits")} value={n(totals.pavilionVisitsToday)} />}
        </dl>
      </section>
      {tells && (
        <section className="wall-rooms" data-lists={full.length > 0 && free.length > 0 ? 2 : 1}>
          {full.length > 0 && <Rooms kind="full" rooms={partOf(full, LINES, turn)} texts={texts} />}
          {free.length > 0 && <Rooms kind="free" rooms={partOf(free, LINES, turn)} texts={texts} />}
        </section>
      )}
    </>
  );
}

function Other({ name, value }: { name: string; value: string }) {
  return (
    <div className="wall-other">
      <dd>
        <bdi>{value}</bdi>
      </dd>
      <dt>{name}</dt>
    </div>
  );
}

function Rooms({ kind, rooms, texts }: { kind: "full" | "free"; rooms: readonly ZoneRoom[]; texts: WallTexts }) {
  const { t, n, language } = texts;
  const Icon = kind === "full" ? IconUsersGroup : IconDoorEnter;
  return (
    <div className="wall-list" data-kind={kind}>
      <h3>
        <Icon className={kind === "free" ? "mirrored" : undefined} aria-hidden />
        {t(kind)}
      </h3>
      <ul>
        {rooms.map(({ zone, share }) => (
          <li key={zone.code}>
            <span className="wall-zone" data-long={localName(zone.names, language).length > LONG_NAME}>
              {localName(zone.names, language)}
            </span>
            <bdi className="wall-share">{n(Math.min(share, 9.99), { percent: true })}</bdi>
            <span className="wall-bar" aria-hidden>
              <span style={{ inlineSize: `${Math.min(100, share * 100)}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
