import type { CountRow, Zone } from "@abwab/contract";
import { LiveNumber, localName, Num, uiMessages, useLanguage, useMessages } from "@abwab/ui";
import { IconActivity, IconAlertTriangle, IconHandStop, IconLock, IconUsers } from "@tabler/icons-react";
import { memo, useMemo } from "react";
import { Link } from "react-router";
import type { CountStore } from "./count-store.ts";
import { liveMessages } from "./live-messages.ts";
import { Sparkline } from "./sparkline.tsx";
import type { TrailStore } from "./trail-store.ts";
import { curveOf } from "./trail.ts";
import { useRow } from "./use-live-counts.ts";
import { useTrail } from "./use-trails.ts";
import { density, fullness, showsDensity } from "./zone-measures.ts";

export interface TileProps {
  zone: Zone;
  to: string;
  store: CountStore;
  trails: TrailStore;
}

/** From here a zone counts as nearly full. */
const NEARLY_FULL = 0.85;

function loadOf(share: number | undefined) {
  if (share === undefined) return "unknown";
  if (share > 1) return "over";
  return share >= NEARLY_FULL ? "high" : "normal";
}

/** One zone on the board. It re-renders when its own row changed, and not with its neighbours'. */
export const Tile = memo(function Tile({ zone, to, store, trails }: TileProps) {
  const { language } = useLanguage();
  const row = useRow(store, zone.code);
  const status = row?.status ?? zone.status;
  const share = fullness(zone, row);
  return (
    <Link to={to} className="tile" data-status={status} data-load={loadOf(share)}>
      <span className="tile-head">
        <bdi className="tile-code">{zone.code}</bdi>
        <TileMarks status={status} row={row} share={share} />
      </span>
      <span className="tile-name">{localName(zone.names, language)}</span>
      <TileFigures row={row} density={showsDensity(zone) ? density(zone, row) : undefined} />
      <TileCurve trails={trails} zone={zone.code} />
      {share !== undefined && (
        <span className="tile-capacity" aria-hidden>
          <span style={{ inlineSize: `${Math.min(100, Math.max(0, share * 100))}%` }} />
        </span>
      )}
    </Link>
  );
});

/** The curve moves on at times of its own: the tile's figures are left alone. */
function TileCurve({ trails, zone }: { trails: TrailStore; zone: string }) {
  const trail = useTrail(trails, zone);
  const curve = useMemo(() => trail && curveOf(trail), [trail]);
  return <Sparkline values={curve} />;
}

function TileFigures({ row, density: perM2 }: { row: CountRow | undefined; density: number | undefined }) {
  const t = useMessages(liveMessages);
  if (row === undefined) return <span className="tile-entered tile-unknown">–</span>;
  // Two figures of four digits fill the line; the sign before the pace says enough.
  const tight = (row.inside ?? 0) >= 1_000 && row.perMinute >= 1_000;
  return (
    <>
      <span className="tile-entered">
        <span className="visually-hidden">{t("enteredToday")} </span>
        <LiveNumber value={row.enteredToday} />
      </span>
      <span className="tile-more">
        {row.inside !== null && (
          <span className="tile-inside" data-negative={row.inside < 0}>
            <IconUsers size="1.1em" aria-hidden />
            <span className="visually-hidden">{t("inside")} </span>
            <LiveNumber value={row.inside} />
          </span>
        )}
        {perM2 !== undefined && (
          <span className="tile-density">
            <LiveNumber value={perM2} decimals={2} /> {t("perSquareMetre")}
          </span>
        )}
        <span className="tile-pace">
          <IconActivity size="1.1em" aria-hidden />
          <LiveNumber value={row.perMinute} decimals={row.perMinute > 0 && row.perMinute < 10 ? 1 : 0} />
          <span className={tight ? "visually-hidden" : "tile-unit"}>{t("perMinuteUnit")}</span>
        </span>
      </span>
    </>
  );
}

interface TileMarksProps {
  status: Zone["status"];
  row: CountRow | undefined;
  share: number | undefined;
}

function TileMarks({ status, row, share }: TileMarksProps) {
  const t = useMessages(liveMessages);
  const ui = useMessages(uiMessages);
  const over = row?.flags.includes("over_capacity");
  const negative = row?.flags.includes("negative");
  // Beside an alarm there is no room for the word; the sign stays.
  const word = over || negative ? "visually-hidden" : undefined;
  return (
    <span className="tile-marks">
      {over && (
        <span className="tile-mark tile-mark-alarm">
          <IconAlertTriangle size="1em" aria-hidden />
          <span className="visually-hidden">{t("overCapacity")}</span>
          {share !== undefined && <Num value={share} percent />}
        </span>
      )}
      {negative && (
        <span className="tile-mark tile-mark-alarm">
          <IconAlertTriangle size="1em" aria-hidden /> {t("negative")}
        </span>
      )}
      {status === "hold" && (
        <span className="tile-mark tile-mark-hold">
          <IconHandStop size="1em" aria-hidden /> <span className={word}>{ui("statusHold")}</span>
        </span>
      )}
      {status === "closed" && (
        <span className="tile-mark tile-mark-closed">
          <IconLock size="1em" aria-hidden /> <span className={word}>{ui("statusClosed")}</span>
        </span>
      )}
    </span>
  );
}
