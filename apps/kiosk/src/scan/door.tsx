import { Num, useMessages } from "@abwab/ui";
import { useCategoryName } from "./category-messages.ts";
import { CategoryIcon } from "./category-icon.tsx";
import { scanMessages } from "./scan-messages.ts";
import { useTap } from "./use-tap.ts";
import type { Tally } from "./use-tally.ts";

interface DoorProps {
  readonly tally: Tally;
  /** A finger that stays means that more come with the one who was counted. */
  readonly onHold: () => void;
}

/** The door: the whole middle of the screen is one more person through it. */
export function Door({ tally, onHold }: DoorProps) {
  const t = useMessages(scanMessages);
  const nameOf = useCategoryName();
  const { direction, category } = tally.choice;
  const tap = useTap(() => tally.count(1), onHold);
  const label = t(direction === "in" ? "tapIn" : "tapOut", { count: 1, category: nameOf(category) });
  const { pulse } = tally;
  const announced = pulse.count > 0 ? t("recorded", { number: pulse.headcount, category: nameOf(category) }) : "";

  return (
    <>
      <button type="button" className="door" data-direction={direction} aria-label={label} {...tap}>
        <span className="door-frame" aria-hidden />
        {pulse.count > 0 && <span key={pulse.count} className="door-light" aria-hidden />}
        <span className="door-face" aria-hidden>
          <span className="door-direction">{t(direction)}</span>
          <span className="door-one" dir="ltr" key={pulse.count} data-counted={pulse.count > 0}>
            <span className="door-plus">+1</span>
            {pulse.count > 0 && (
              <span className="door-counted">
                <Num value={pulse.headcount} signed />
              </span>
            )}
          </span>
          <span className="door-category">
            <CategoryIcon category={category} size={30} />
            {nameOf(category)}
          </span>
        </span>
      </button>
      <p className="unseen" role="status">
        {announced}
      </p>
    </>
  );
}
