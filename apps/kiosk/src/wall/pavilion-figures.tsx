import type { CountRow, CountTotals, Zone } from "@abwab/contract";
import { localName } from "@abwab/ui";
import type { WallTexts } from "./use-wall-texts.ts";

interface PavilionFiguresProps {
  readonly zone: Zone;
  readonly row: CountRow;
  readonly totals: CountTotals;
  readonly texts: WallTexts;
}

/** One pavilion's own figure, for the screen at its door. */
export function PavilionFigures({ zone, row, totals, texts }: PavilionFiguresProps) {
  const { t, n, language } = texts;
  const share = row.inside === null || zone.capacity === null ? undefined : Math.max(0, row.inside) / zone.capacity;
  const level = share === undefined || share < 0.85 ? "free" : "full";
  return (
    <>
      <section className="wall-total wall-pavilion" data-alone="true">
        <h2 className="wall-name">{localName(zone.names, language)}</h2>
        <p className="wall-number" data-digits={n(row.enteredToday).length} data-testid="wall-total">
          <bdi>{n(row.enteredToday)}</bdi>
        </p>
        <h2>{t("enteredToday")}</h2>
        {row.status !== "open" && <p className="wall-status">{t(row.status)}</p>}
        {zone.message && (
          <p className="wall-message">
            <bdi>{zone.message}</bdi>
          </p>
        )}
      </section>
      <section className="wall-here" data-kind={level}>
        {row.inside !== null && (
          <p>
            <bdi>{n(row.inside)}</bdi> {t("insideHere")}
          </p>
        )}
        {share !== undefined && (
          <span className="wall-bar" role="img" aria-label={n(share, { percent: true })}>
            <span style={{ inlineSize: `${Math.min(100, share * 100)}%` }} />
          </span>
        )}
        <p className="wall-event">
          <bdi>{n(totals.visitsToday)}</bdi> {t("wholeEvent")}
        </p>
      </section>
    </>
  );
}
