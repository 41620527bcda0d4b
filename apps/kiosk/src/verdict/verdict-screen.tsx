import { Num, useMessages, useVerdictWords, type VerdictWords } from "@abwab/ui";
import { IconAlertTriangle, IconArrowBackUp, IconCheck, IconDoorExit, IconMessage2, IconX } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { CategoryIcon } from "../scan/category-icon.tsx";
import { useCategoryName } from "../scan/category-messages.ts";
import { admissionMessages } from "./admission-messages.ts";
import type { Choice, PassOnScreen, Tone, Verdict } from "./stage.ts";

interface VerdictScreenProps {
  readonly verdict: Verdict;
  readonly onChoose: (choice: Choice) => void;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** A yes needs no more than a glance; what asks for something stays until somebody has seen to it. */
const ADMITTED_MS = 2_500;

const icons: Record<Tone, typeof IconCheck> = { admitted: IconCheck, refused: IconX, attention: IconAlertTriangle };

/** The verdict over the whole screen: a colour, a shape and words, each of which says it alone. */
export function VerdictScreen({ verdict, onChoose, onUndo, onDismiss }: VerdictScreenProps) {
  const t = useMessages(admissionMessages);
  const { title, why, say } = useWords(verdict);
  const { tone, direction, pass, counted, groupLeft, entries, choices } = verdict;
  const Icon = tone === "admitted" && direction === "out" ? IconDoorExit : icons[tone];
  useMeasuredFeedback(verdict);

  useEffect(() => {
    if (tone !== "admitted") return;
    const timer = setTimeout(onDismiss, ADMITTED_MS);
    return () => clearTimeout(timer);
  }, [verdict, tone, onDismiss]);

  return (
    <section className="verdict" data-tone={tone} data-reason={verdict.reason} data-testid="verdict">
      {/* A tap anywhere goes on; the button of the same name says so to those who do not see. */}
      <div className="verdict-body" onPointerDown={onDismiss}>
        <span className="verdict-mark" aria-hidden>
          <Icon size="1em" stroke={2.4} className={direction === "out" ? "mirrored" : ""} />
        </span>
        <div className="verdict-words" role="alert">
          <h2>{title}</h2>
          {pass && <Holder pass={pass} />}
          {counted > 1 && (
            <p className="verdict-counted">
              <Num value={counted} signed /> <span className="unseen">{t("counted", { count: counted })}</span>
            </p>
          )}
          {why !== "" && <p className="verdict-why">{why}</p>}
          {groupLeft !== null && <p className="verdict-left">{t("left", { count: groupLeft })}</p>}
          <p className="verdict-say">
            <IconMessage2 aria-hidden />
            <span>
              <small>{t("say")}</small>
              <q>{say}</q>
            </span>
          </p>
        </div>
      </div>
      <div className="verdict-actions">
        {choices.map((choice) => (
          <button
            key={choice}
            type="button"
            className="verdict-button"
            data-choice={choice}
            onClick={() => onChoose(choice)}
          >
            {t(choice)}
          </button>
        ))}
        {(tone === "admitted" || verdict.reason === "counted_unbooked") && entries.length > 0 && (
          <button type="button" className="verdict-button" onClick={onUndo}>
            <IconArrowBackUp className="mirrored" aria-hidden />
            {t("undo")}
          </button>
        )}
        {!choices.includes("turn_away") && (
          <button type="button" className="verdict-button verdict-button-main" onClick={onDismiss}>
            {t("goOn")}
          </button>
        )}
      </div>
    </section>
  );
}

/** Whose pass it is: an organisation or a duty, never a person. */
function Holder({ pass: { kind, category, label } }: { pass: PassOnScreen }) {
  const t = useMessages(admissionMessages);
  const nameOf = useCategoryName();
  return (
    <p className="verdict-holder">
      <CategoryIcon category={category} />
      <span>
        {label !== null && <bdi className="verdict-label">{label}</bdi>}
        <span>{kind === "visitor" ? nameOf(category) : `${t(kind)} · ${nameOf(category)}`}</span>
      </span>
    </p>
  );
}

function useWords({ reason, direction, tone }: Verdict): VerdictWords {
  const t = useMessages(admissionMessages);
  const wordsOf = useVerdictWords();
  if (reason === "already_read") {
    return { title: t("already_read_title"), why: t("already_read_why"), say: t("already_read_say") };
  }
  if (reason === "counted_unbooked") {
    return { title: t("counted_unbooked_title"), why: t("counted_unbooked_why"), say: t("counted_unbooked_say") };
  }
  if (direction === "out" && tone === "admitted") return { title: t("out_title"), why: "", say: t("out_say") };
  const words = wordsOf(reason);
  // All is well: there is nothing to explain.
  return reason === "ok" ? { ...words, why: "" } : words;
}

/** From the reading to the verdict on screen, for whoever measures the kiosk (User Timing). */
function useMeasuredFeedback(verdict: Verdict): void {
  const measured = useRef<Verdict>(undefined);
  useEffect(() => {
    if (measured.current === verdict) return;
    measured.current = verdict;
    const frame = requestAnimationFrame(() => performance.mark("abwab:verdict", { detail: verdict.tone }));
    return () => cancelAnimationFrame(frame);
  }, [verdict]);
}
