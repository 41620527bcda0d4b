import { PASS_CODE_LENGTH, readPassCode, showPassCode } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { IconArrowRight } from "@tabler/icons-react";
import { useId, useState, type FormEvent } from "react";
import { scanMessages } from "./scan-messages.ts";
import { readShownText, type ShownText } from "./shown-text.ts";

interface CodeEntryProps {
  readonly onShown: (shown: ShownText) => void;
}

/** For a badge that can't be read: its code, as it is printed under the square. */
export function CodeEntry({ onShown }: CodeEntryProps) {
  const t = useMessages(scanMessages);
  const [typed, setTyped] = useState("");
  const hint = useId();
  const letters = typed.toUpperCase().replaceAll(/[\s\p{Dash}]/gu, "");
  const wrong = letters.replaceAll(/[0-9A-TV-Z]/g, "")[0];
  const shown = readShownText(typed);
  const complete = readPassCode(typed) !== undefined || shown.kind === "token";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete) return;
    setTyped("");
    onShown(shown);
  };

  return (
    <form className="code" onSubmit={submit}>
      <label htmlFor="pass-code">{t("codeLabel")}</label>
      <input
        id="pass-code"
        className="code-field"
        dir="ltr"
        value={typed}
        onChange={(event) => setTyped(groupLetters(event.currentTarget.value))}
        placeholder="XXXX-XXXX-XXXX"
        autoCapitalize="characters"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        aria-invalid={wrong !== undefined}
        aria-describedby={hint}
      />
      <p id={hint} className="code-hint" data-wrong={wrong !== undefined} role="status">
        {wrong !== undefined
          ? t("codeWrong", { letter: wrong })
          : letters.length === 0
            ? t("codeHint")
            : complete
              ? t("codeComplete")
              : t("codeLeft", { count: Math.max(0, PASS_CODE_LENGTH - letters.length) })}
      </p>
      <button type="submit" className="button button-strong code-go" disabled={!complete}>
        {t("codeCheck")}
        <IconArrowRight className="mirrored" aria-hidden />
      </button>
    </form>
  );
}

/** In fours, as it is printed; a token that a reader types into the field is left as it is. */
function groupLetters(text: string): string {
  const letters = text.toUpperCase().replaceAll(/[\s\p{Dash}]/gu, "");
  if (letters.length > PASS_CODE_LENGTH) return text;
  return (letters.length === PASS_CODE_LENGTH ? showPassCode(letters) : letters.match(/.{1,4}/g)?.join("-")) ?? "";
}
