import { Logo } from "@abwab/ui";
import { useEffect, useRef, useState } from "react";
import { thousandPassed } from "./celebration.ts";
import type { WallTexts } from "./use-wall-texts.ts";

const STANDS_MS = 9_000;

/** Each thousand of the day, for a few seconds: the star of doors opens, and the number is said. */
export function Celebration({ day, visits, texts }: { day: string; visits: number; texts: WallTexts }) {
  const [passed, setPassed] = useState<number>();
  const before = useRef<{ day: string; value: number }>(undefined);

  useEffect(() => {
    const now = { day, value: visits };
    const thousand = thousandPassed(before.current, now);
    before.current = now;
    if (thousand !== undefined) setPassed(thousand);
  }, [day, visits]);

  useEffect(() => {
    if (passed === undefined) return;
    const timer = setTimeout(() => setPassed(undefined), STANDS_MS);
    return () => clearTimeout(timer);
  }, [passed]);

  if (passed === undefined) return null;
  const { t, n } = texts;
  return (
    <div className="wall-celebration" role="status">
      <span className="wall-ring" aria-hidden />
      <span className="wall-ring" aria-hidden />
      <span className="wall-star" aria-hidden>
        <Logo size={300} />
      </span>
      <p className="wall-passed">{t("passed", { count: n(passed) })}</p>
      <p className="wall-thanks">{t("thanks")}</p>
    </div>
  );
}
