import type { Edition, Visit } from "@abwab/contract";
import { IconAlertTriangle, IconWalk } from "@tabler/icons-react";
import { memo } from "react";
import { ArrivalBar } from "./arrival-bar.tsx";
import type { RowWords } from "./use-row-words.ts";
import { VisitMenu } from "./visit-menu.tsx";
import { visitStateTexts } from "./visit-messages.ts";
import { visitStateLooks } from "./visit-state-looks.ts";
import type { Task } from "./visit-task.tsx";

export interface VisitRowProps {
  edition: Edition;
  visit: Visit;
  words: RowWords;
  onTask: (task: Task) => void;
}

/**
 * One group: whose it is, expected against arrived, its state in words, and what to look at twice. Drawn again only
 * when the group itself has changed.
 */
export const VisitRow = memo(function VisitRow({ edition, visit, words, onTask }: VisitRowProps) {
  const { organisation } = visit;
  const name = words.name(organisation);
  return (
    <li className="visit" data-state={visit.state}>
      <div className="visit-whose">
        <span className="visit-name">
          <bdi>{name}</bdi>
        </span>
        <span className="visit-where">
          {words.sort(organisation)}
          {organisation.city !== null && (
            <>
              {" · "}
              <bdi>{organisation.city}</bdi>
            </>
          )}
        </span>
      </div>
      <ArrivalBar visit={visit} words={words} />
      <Marks visit={visit} words={words} />
      <div className="visit-menu">
        <VisitMenu edition={edition} visit={visit} name={name} onAct={(kind) => onTask({ kind, visit })} />
      </div>
    </li>
  );
});

/** The state and what stands out: colour, mark and word each, so that none of them is needed alone. */
function Marks({
  visit: { state, arrived, ratioExceeded, walkIn },
  words: { t, time },
}: Pick<VisitRowProps, "visit" | "words">) {
  const StateIcon = visitStateLooks[state];
  return (
    <div className="visit-marks">
      <span className="visit-mark" data-mark={state}>
        <StateIcon size={14} aria-hidden />
        {t(visitStateTexts[state])}
      </span>
      {ratioExceeded && (
        <span className="visit-mark" data-mark="ratio">
          <IconAlertTriangle size={14} aria-hidden />
          {t("ratioExceeded")}
        </span>
      )}
      {walkIn && (
        <span className="visit-mark" data-mark="walk-in">
          <IconWalk size={14} aria-hidden />
          {t("walkIn")}
        </span>
      )}
      {arrived.firstAt !== null && <span className="visit-when">{t("firstAt", { time: time(arrived.firstAt) })}</span>}
      {arrived.lastAt !== null && arrived.lastAt !== arrived.firstAt && (
        <span className="visit-when">{t("lastAt", { time: time(arrived.lastAt) })}</span>
      )}
    </div>
  );
}
