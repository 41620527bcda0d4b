import { useMessages } from "@abwab/ui";
import { IconBackspace } from "@tabler/icons-react";
import { staffMessages } from "./staff-messages.ts";

const LEAST = 4;
const MOST = 8;

export const isComplete = (pin: string): boolean => pin.length >= LEAST;
export const addDigit = (pin: string, digit: string): string => (pin + digit).slice(0, MOST);

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

interface PinPadProps {
  readonly pin: string;
  readonly onPin: (pin: string) => void;
}

/** A PIN by big keys under the thumb; a real keyboard types into the same field. */
export function PinPad({ pin, onPin }: PinPadProps) {
  const t = useMessages(staffMessages);
  const change = (next: string) => onPin(next.replace(/\D/g, "").slice(0, MOST));
  return (
    <div className="pin">
      <label htmlFor="staff-pin">{t("pin")}</label>
      <input
        id="staff-pin"
        className="pin-field"
        type="password"
        dir="ltr"
        inputMode="none"
        autoComplete="off"
        value={pin}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <div className="pin-keys" dir="ltr">
        {digits.map((digit) => (
          <Key key={digit} digit={digit} onPress={() => onPin(addDigit(pin, digit))} />
        ))}
        <span />
        <Key digit="0" onPress={() => onPin(addDigit(pin, "0"))} />
        <button
          type="button"
          className="pin-key"
          aria-label={t("erase")}
          disabled={pin === ""}
          onClick={() => change(pin.slice(0, -1))}
        >
          <IconBackspace aria-hidden />
        </button>
      </div>
    </div>
  );
}

function Key({ digit, onPress }: { digit: string; onPress: () => void }) {
  return (
    <button type="button" className="pin-key" onClick={onPress}>
      {digit}
    </button>
  );
}
