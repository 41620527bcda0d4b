import { localName, useLanguage, useMessages } from "@abwab/ui";
import { IconCheck, IconPlaneArrival } from "@tabler/icons-react";
import { useEffect } from "react";
import { admissionMessages } from "./admission-messages.ts";
import { ABROAD, regions } from "./regions.ts";
import type { PassOnScreen } from "./stage.ts";

interface OriginQuestionProps {
  readonly pass: PassOnScreen | null;
  readonly onAnswer: (origin: string | undefined) => void;
}

/** One tap, and nobody waits for it: a while without an answer is one. */
export function OriginQuestion({ pass, onAnswer }: OriginQuestionProps) {
  const t = useMessages(admissionMessages);
  const { language } = useLanguage();

  useEffect(() => {
    // The page may not come back: what is known by now is written down.
    const hidden = () => {
      if (document.visibilityState === "hidden") onAnswer(undefined);
    };
    document.addEventListener("visibilitychange", hidden);
    return () => document.removeEventListener("visibilitychange", hidden);
  }, [onAnswer]);

  return (
    <section className="origin" role="alertdialog" aria-labelledby="origin-title" data-testid="origin">
      <header>
        {pass && (
          <p className="origin-good">
            <IconCheck aria-hidden />
            {t("passGood")}
          </p>
        )}
        <h2 id="origin-title">{t("originTitle")}</h2>
        <p>{t("originWhy")}</p>
        <span className="origin-time" aria-hidden />
      </header>
      <div className="origin-answers">
        {regions.map(({ code, names }) => (
          <button key={code} type="button" className="button origin-answer" onClick={() => onAnswer(code)}>
            {localName(names, language)}
          </button>
        ))}
        <button type="button" className="button origin-answer" onClick={() => onAnswer(ABROAD)}>
          <IconPlaneArrival aria-hidden />
          {t("abroad")}
        </button>
        <button type="button" className="button origin-answer origin-skip" onClick={() => onAnswer(undefined)}>
          {t("originSkip")}
        </button>
      </div>
    </section>
  );
}
