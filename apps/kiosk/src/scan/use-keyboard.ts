import { useEffect } from "react";

interface KeyboardActions {
  readonly onOne: () => void;
  /** A digit opens the pad with it: a number typed by mistake counts nobody. */
  readonly onDigit: (digit: string) => void;
  readonly onUndo: () => void;
}

/** Space or Enter: one more; a digit: a group; Ctrl+Z: the last one back. Off while something else has the focus. */
export function useKeyboard({ onOne, onDigit, onUndo }: KeyboardActions): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const elsewhere = event.target instanceof Element && event.target !== document.body;
      if (elsewhere || event.repeat || event.altKey || document.querySelector("dialog[open]")) return;
      const command = event.ctrlKey || event.metaKey;
      if (command && event.key.toLowerCase() === "z") onUndo();
      else if (command) return;
      else if (event.key === " " || event.key === "Enter") onOne();
      else if (/^[1-9]$/.test(event.key)) onDigit(event.key);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [onOne, onDigit, onUndo]);
}
