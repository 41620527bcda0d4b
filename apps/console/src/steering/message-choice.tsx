import { useMessages } from "@abwab/ui";
import { Chip, Textarea } from "@mantine/core";
import { inAllLanguages, type Phrase, phrases } from "./phrases.ts";
import { steeringMessages } from "./steering-messages.ts";

/** What is said with a hold or a closing. */
export interface ChosenMessage {
  phrase: Phrase | "none" | "own";
  own: string;
}

const MOST_WORDS = 2000;

/** null for none. */
export function wordsOf({ phrase, own }: ChosenMessage): string | null {
  if (phrase === "none") return null;
  return phrase === "own" ? own.trim() || null : inAllLanguages(phrase);
}

const isPhrase = (value: string): value is Phrase => phrases.some((phrase) => phrase === value);

export function MessageChoice({
  chosen,
  onChange,
}: {
  chosen: ChosenMessage;
  onChange: (chosen: ChosenMessage) => void;
}) {
  const t = useMessages(steeringMessages);
  const choose = (value: string) => {
    if (value === "none" || value === "own" || isPhrase(value)) onChange({ ...chosen, phrase: value });
  };
  return (
    <fieldset className="message-choice">
      <legend>{t("say")}</legend>
      <p>{t("sayHint")}</p>
      <Chip.Group value={chosen.phrase} onChange={(value) => choose(value ?? "none")}>
        <div className="message-chips">
          <Chip value="none">{t("noMessage")}</Chip>
          {phrases.map((phrase) => (
            <Chip key={phrase} value={phrase}>
              {t(phrase)}
            </Chip>
          ))}
          <Chip value="own">{t("ownWords")}</Chip>
        </div>
      </Chip.Group>
      {chosen.phrase === "own" && (
        <Textarea
          aria-label={t("ownWords")}
          placeholder={t("ownPlaceholder")}
          autosize
          minRows={2}
          maxLength={MOST_WORDS}
          value={chosen.own}
          onChange={(event) => onChange({ ...chosen, own: event.currentTarget.value })}
        />
      )}
    </fieldset>
  );
}
