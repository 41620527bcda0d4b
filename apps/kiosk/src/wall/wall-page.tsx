import type { DeviceBroadcast } from "@abwab/contract";
import { directionOf, formatTime, languages, localName, Logo } from "@abwab/ui";
import { IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useNow } from "../app/use-now.ts";
import { useWakeLock } from "../scan/index.ts";
import { Celebration } from "./celebration-banner.tsx";
import { driftAt } from "./drift.ts";
import { WallBroadcasts } from "./wall-broadcasts.tsx";
import { EventFigures } from "./event-figures.tsx";
import { PavilionFigures } from "./pavilion-figures.tsx";
import { useWallFigures, type WallNews } from "./use-wall-figures.ts";
import { useWallTexts } from "./use-wall-texts.ts";
import { useWatchdog } from "./use-watchdog.ts";
import { OLD_AFTER_MS } from "./watchdog.ts";
import "./wall.css";

interface WallPageProps {
  readonly edition: string;
  /** A pavilion's own figure; without, the whole event. */
  readonly zone?: string | undefined;
  /** Without, only the totals of a public edition. */
  readonly token?: string | undefined;
  /** Messages of the organisers. */
  readonly broadcasts?: readonly DeviceBroadcast[];
  readonly news?: WallNews;
  readonly onLeave: () => void;
}

const TURN_MS = 20_000;
const DRIFT_MS = 60_000;

/** For hours on a large screen that nobody attends to, read from fifteen metres. */
export default function WallPage({ edition, zone, token, broadcasts = [], news, onLeave }: WallPageProps) {
  const { kept, heardAt } = useWallFigures(edition, token, news);
  const now = useNow(1_000);
  const turn = Math.floor(now / TURN_MS);
  const texts = useWallTexts(languages[turn % languages.length] ?? languages[0]);
  const { language, t } = texts;
  const drift = driftAt(Math.floor(now / DRIFT_MS));
  const snapshot = kept?.snapshot;
  useWakeLock();
  useWatchdog(edition, token, { heardAt, pace: snapshot?.totals.visitsPerMinute });

  const old = now - heardAt > OLD_AFTER_MS;
  const own = zone === undefined ? undefined : kept?.zones.find(({ code }) => code === zone);
  const site = own ? undefined : kept?.zones.find(({ kind }) => kind === "site");
  const row = own && snapshot?.zones.find((one) => one.zone === own.code);
  return (
    <main className="wall" lang={language} dir={directionOf(language)} data-old={old}>
      <div className="wall-picture" style={{ "--drift-x": drift.x, "--drift-y": drift.y } as React.CSSProperties}>
        <header className="wall-head">
          <span className="wall-logo">
            <Logo size={96} />
          </span>
          <h1>{kept?.names ? localName(kept.names, language) : ""}</h1>
          <p className="wall-age" role="status">
            <span className="wall-dot" aria-hidden />
            {snapshot &&
              (old ? t("asOf", { time: formatTime(snapshot.asOf, language, { timeZone: kept.timeZone }) }) : t("live"))}
          </p>
        </header>
        <WallBroadcasts broadcasts={broadcasts} site={site} texts={texts} />
        {!snapshot && <p className="wall-waiting">{t("waiting")}</p>}
        {snapshot && own && row && <PavilionFigures zone={own} row={row} totals={snapshot.totals} texts={texts} />}
        {snapshot && !(own && row) && (
          <EventFigures
            snapshot={snapshot}
            zones={kept.zones}
            texts={texts}
            turn={Math.floor(turn / languages.length)}
          />
        )}
      </div>
      {snapshot && <Celebration day={snapshot.day} visits={snapshot.totals.visitsToday} texts={texts} />}
      <Leave label={t("leave")} onLeave={onLeave} />
    </main>
  );
}

const SHOWN_MS = 4_000;

/** The way out, shown while somebody moves a pointer or touches; else neither it nor a pointer stands on the picture. */
function Leave({ label, onLeave }: { label: string; onLeave: () => void }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      setShown(true);
      clearTimeout(timer);
      timer = setTimeout(() => setShown(false), SHOWN_MS);
    };
    for (const event of ["pointermove", "pointerdown", "keydown"]) {
      window.addEventListener(event, show, { signal: gone.signal });
    }
    return () => {
      gone.abort();
      clearTimeout(timer);
    };
  }, []);
  useEffect(() => {
    document.documentElement.style.cursor = shown ? "" : "none";
    return () => void (document.documentElement.style.cursor = "");
  }, [shown]);
  return (
    <button type="button" className="wall-leave" data-shown={shown} aria-label={label} onClick={onLeave}>
      <IconX aria-hidden />
    </button>
  );
}
