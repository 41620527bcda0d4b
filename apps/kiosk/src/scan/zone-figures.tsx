import type { Zone } from "@abwab/contract";
import { formatNumber, formatRelative, formatTime, LiveNumber, Num, useLanguage, useMessages } from "@abwab/ui";
import { IconClockExclamation } from "@tabler/icons-react";
import { useNow } from "../app/use-now.ts";
import { NEARLY_FULL } from "./notices.tsx";
import { scanMessages } from "./scan-messages.ts";
import { isOld, type ShownFigures } from "./shown-figures.ts";

interface ZoneFiguresProps {
  readonly figures: ShownFigures | undefined;
  /** Persons through the door here that the service does not know of yet. */
  readonly waiting: { readonly in: number; readonly out: number };
  /** Whether they wait for more than their turn; a record on its way for a moment is not worth a word. */
  readonly delayed: boolean;
  readonly zone: Zone;
  readonly timeZone: string;
  /** Own clock minus the server's. */
  readonly clockOffsetMs: number;
}

/** The kiosk's own zone, live, with what still waits here on top and said so. */
export function ZoneFigures({ figures, waiting, delayed, zone, timeZone, clockOffsetMs }: ZoneFiguresProps) {
  const t = useMessages(scanMessages);
  const { language } = useLanguage();
  const now = useNow(1_000) - clockOffsetMs;
  const pending = waiting.in + waiting.out;
  const old = figures !== undefined && isOld(figures.asOf, now);
  const time = figures && formatTime(figures.asOf, language, { timeZone, seconds: true });

  return (
    <section className="figures" data-old={old || figures === undefined} aria-label={zone.names[language]}>
      <div className="figure figure-entered">
        <span className="figure-label">{t("enteredToday")}</span>
        <strong data-testid="entered-today">
          {figures ? <LiveNumber value={figures.entered} /> : <Num value={waiting.in} signed />}
        </strong>
      </div>
      {figures && figures.inside !== null && <Inside inside={figures.inside} capacity={zone.capacity} />}
      {figures && (
        <div className="figure">
          <span className="figure-label">{t("perMinute")}</span>
          <strong>
            <LiveNumber value={figures.perMinute} decimals={figures.perMinute < 10 ? 1 : 0} />
          </strong>
        </div>
      )}
      <p className="figures-note">
        {old && <IconClockExclamation size={18} aria-hidden />}
        <span>
          {!figures || !time
            ? t("noFigures")
            : old
              ? t("asOfOld", { time, ago: formatRelative(figures.asOf, now, language) })
              : t("asOf", { time })}
        </span>
        {pending > 0 && delayed && (
          <span className="figures-waiting">{t("includesWaiting", { number: formatNumber(pending, language) })}</span>
        )}
      </p>
    </section>
  );
}

function Inside({ inside, capacity }: { inside: number; capacity: number | null }) {
  const t = useMessages(scanMessages);
  const { language } = useLanguage();
  const share = capacity === null ? undefined : inside / capacity;
  const fill = share === undefined ? "none" : share >= 1 ? "over" : share >= NEARLY_FULL ? "near" : "free";
  return (
    <div className="figure" data-fill={fill}>
      <span className="figure-label">{t("inside")}</span>
      <span>
        <strong>
          <LiveNumber value={inside} />
        </strong>
        {capacity !== null && (
          <small className="figure-capacity"> {t("ofCapacity", { capacity: formatNumber(capacity, language) })}</small>
        )}
      </span>
      {share !== undefined && (
        <span className="figure-bar" aria-hidden>
          <span style={{ inlineSize: `${Math.min(100, Math.max(0, share * 100))}%` }} />
        </span>
      )}
    </div>
  );
}
