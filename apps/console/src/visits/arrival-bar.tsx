import type { Visit } from "@abwab/contract";
import type { RowWords } from "./use-row-words.ts";
import { headsOf, shareArrived } from "./visit-board.ts";

/** Expected against arrived: how full the group is, and in figures who of it. */
export function ArrivalBar({ visit, words: { t, number } }: { visit: Visit; words: RowWords }) {
  const [arrived, expected] = [headsOf(visit.arrived), headsOf(visit)];
  const ofExpected = (came: number, planned: number) => (
    <>
      <bdi className="abwab-number">{number(came)}</bdi> {t("of")} <bdi className="abwab-number">{number(planned)}</bdi>
    </>
  );
  return (
    <div className="arrival" data-more={arrived > expected}>
      <div className="arrival-figures">
        <span className="arrival-count">{ofExpected(arrived, expected)}</span>
        <span className="arrival-parts">
          {t("pupils")} {ofExpected(visit.arrived.pupils, visit.pupils)} · {t("adults")}{" "}
          {ofExpected(visit.arrived.adults, visit.adults)}
        </span>
      </div>
      {/* The figures say the same in words. */}
      <div className="arrival-bar" aria-hidden>
        <div style={{ inlineSize: `${100 * shareArrived(visit)}%` }} />
      </div>
    </div>
  );
}
