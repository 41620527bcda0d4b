import { useMessages } from "@abwab/ui";
import { IconBackspace } from "@tabler/icons-react";
import { useState } from "react";
import { Sheet } from "../app/sheet.tsx";
import { useCategoryName } from "./category-messages.ts";
import { scanMessages } from "./scan-messages.ts";
import { readShownText, type ShownText } from "./shown-text.ts";
import { useKeyboard } from "./use-keyboard.ts";
import type { Tally } from "./use-tally.ts";

const MOST = 1_000;
const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
const usual = [15, 20, 30, 40];

interface HeadcountPadProps {
  readonly tally: Tally;
  /** What was typed on a keyboard to open it. */
  readonly first: string;
  /** One of them is counted already: how many come with them. */
  readonly more: boolean;
  /** A hand-held reader has read something in the midst of it. */
  readonly onText: (shown: ShownText) => void;
  readonly onClose: () => void;
}

const isHeadcount = (number: string): boolean => Number(number) >= 1 && Number(number) <= MOST;
const append = (number: string, digit: string): string =>
  Number(number + digit) > MOST ? number : `${number}${digit}`.replace(/^0+/, "");

/** A group through the door at once: from 1 to 1,000. */
export function HeadcountPad({ tally, first, more, onText, onClose }: HeadcountPadProps) {
  const t = useMessages(scanMessages);
  const nameOf = useCategoryName();
  const [typed, setTyped] = useState(first);
  const type = (digit: string) => setTyped((before) => append(before, digit));
  const erase = () => setTyped((before) => before.slice(0, -1));
  const confirm = (number = typed) => {
    if (!isHeadcount(number)) return;
    tally.count(Number(number));
    onClose();
  };

  useKeyboard({
    isOurs: () => true,
    takesAll: true,
    onText: ({ byPlace, asWritten }) => onText(readShownText(asWritten, byPlace)),
    onKeys: (keys) => {
      let number = typed;
      for (const key of keys) {
        if (key === "Enter") return confirm(number);
        if (key === "Escape") return onClose();
        if (/^\d$/.test(key)) number = append(number, key);
        else if (key === "Backspace") number = number.slice(0, -1);
      }
      setTyped(number);
    },
  });

  return (
    <Sheet title={t(more ? "howManyMore" : "howMany")} onClose={onClose}>
      <p className="pad-context">
        {t(tally.choice.direction)} · {nameOf(tally.choice.category)}
      </p>
      <output className="pad-display" dir="ltr" data-empty={typed === ""}>
        {typed === "" ? t("mostThousand") : typed}
      </output>
      <div className="pad-usual">
        {usual.map((one) => (
          <button key={one} type="button" className="button" onClick={() => setTyped(String(one))}>
            {one}
          </button>
        ))}
      </div>
      <div className="pad" dir="ltr">
        {digits.map((digit) => (
          <button key={digit} type="button" className="button pad-key" onClick={() => type(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" className="button pad-key" aria-label={t("erase")} onClick={erase}>
          <IconBackspace aria-hidden />
        </button>
        <button type="button" className="button pad-key" onClick={() => type("0")}>
          0
        </button>
        <button
          type="button"
          className="button button-strong pad-key"
          disabled={!isHeadcount(typed)}
          onClick={() => confirm()}
          aria-label={t("record", { number: Number(typed) })}
        >
          OK
        </button>
      </div>
    </Sheet>
  );
}
