import { Logo, useMessages } from "@abwab/ui";
import { IconAlertTriangle, IconCamera, IconKeyboard, IconLock } from "@tabler/icons-react";
import { useId, useState } from "react";
import { LanguageRow } from "../app/language-row.tsx";
import { CameraView } from "../scan/camera/camera-view.tsx";
import { RepeatGuard } from "../scan/repeat-guard.ts";
import { useKeyboard } from "../scan/use-keyboard.ts";
import { addDigit, isComplete, PinPad } from "./pin-pad.tsx";
import { staffMessages } from "./staff-messages.ts";
import { useSignOn } from "./use-sign-on.ts";

interface SignOnPageProps {
  /** Whose kiosk is locked; undefined where nobody is on duty. */
  readonly locked?: string | undefined;
}

/** All that a kiosk shows while nobody is at work on it: no figure, no list, no name. */
export function SignOnPage({ locked }: SignOnPageProps) {
  const t = useMessages(staffMessages);
  const [someoneElse, setSomeoneElse] = useState(false);
  const known = someoneElse ? undefined : locked;
  const { code, setCode, pin, setPin, badge, busy, problem, submit, show } = useSignOn(known);
  const [camera, setCamera] = useState(false);
  const problemId = useId();
  const [sight] = useState(() => new RepeatGuard());
  // A badge that is held there is one attempt, not sixteen a second.
  const see = (text: string, at: number) => {
    if (sight.see(text, at) === "new") show(text);
  };
  useKeyboard({
    isOurs: () => true,
    onText: ({ byPlace, asWritten }) => show(byPlace, asWritten),
    onKeys: (keys) => {
      let typed = pin;
      for (const key of keys) {
        if (/^\d$/.test(key)) typed = addDigit(typed, key);
        else if (key === "Backspace") typed = typed.slice(0, -1);
      }
      if (typed !== pin) setPin(typed);
      else if (keys.includes("Enter") && isComplete(pin)) void submit();
    },
  });

  return (
    <main className="staff">
      <form
        className="staff-card"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header className="staff-head">
          {locked === undefined ? <Logo size={44} /> : <IconLock className="staff-lock" size={40} aria-hidden />}
          <h1>{t(locked === undefined ? "title" : "lockedTitle")}</h1>
          <p>{known === undefined ? t("explain") : t("lockedExplain", { operator: known })}</p>
        </header>
        {known === undefined && (
          <div className="staff-code">
            <label htmlFor="staff-code">{t("code")}</label>
            <div className="staff-code-row">
              <input
                id="staff-code"
                dir="ltr"
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
                autoCapitalize="characters"
                autoComplete="off"
                autoCorrect="off"
                spellCheck={false}
                aria-describedby={problemId}
              />
              <button
                type="button"
                className="button"
                aria-pressed={camera}
                aria-label={t(camera ? "typePin" : "scanBadge")}
                onClick={() => setCamera(!camera)}
              >
                {camera ? <IconKeyboard aria-hidden /> : <IconCamera aria-hidden />}
              </button>
            </div>
          </div>
        )}
        {camera && known === undefined ? (
          <div className="staff-camera">
            <CameraView onText={see} />
          </div>
        ) : (
          badge === undefined && <PinPad pin={pin} onPin={setPin} />
        )}
        <p id={problemId} className="staff-problem" role="alert">
          {problem !== undefined && (
            <>
              <IconAlertTriangle aria-hidden />
              <span>{problem}</span>
            </>
          )}
        </p>
        <button
          type="submit"
          className="button button-strong"
          disabled={busy || (!isComplete(pin) && badge === undefined)}
        >
          {t(busy ? "checking" : locked === undefined ? "signOn" : "unlock")}
        </button>
        {locked !== undefined && (
          <button type="button" className="button staff-other" onClick={() => setSomeoneElse(!someoneElse)}>
            {someoneElse ? t("sameOne", { operator: locked }) : t("someoneElse")}
          </button>
        )}
        {locked !== undefined && <p className="staff-note">{t("stillSending")}</p>}
      </form>
      <LanguageRow />
    </main>
  );
}
