import type { DayFigures as Figures } from "@abwab/contract";
import { Num, useMessages } from "@abwab/ui";
import type { ReactNode } from "react";
import { dayMessages } from "./day-messages.ts";

export interface DayFiguresProps {
  /** What these figures are: live or settled. */
  origin: "live" | "settled";
  head: ReactNode;
  figures: Figures;
  /** What came since, to stand beside the figures and never in them. */
  since?: Figures | null;
  children?: ReactNode;
}

/** One origin of a day's figures in a frame of its own, so that live and settled ones are never taken for each other. */
export function DayFigures({ origin, head, figures, since, children }: DayFiguresProps) {
  const t = useMessages(dayMessages);
  return (
    <section className="day-figures" data-origin={origin}>
      <div className="day-figures-head">{head}</div>
      <dl>
        {(["visits", "pavilionVisits"] as const).map((name) => (
          <div key={name} data-figure={name}>
            <dt>{t(name)}</dt>
            <dd>
              <Num value={figures[name]} />
              {since && since[name] !== 0 && (
                <span className="day-since">
                  <Num value={since[name]} signed /> {t("since")}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}
