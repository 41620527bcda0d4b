import { canUndo, type OutboxRecord } from "../outbox/index.ts";
import type { ReaderText } from "./reader-line.ts";
import { isCountingKey, useKeyboard } from "./use-keyboard.ts";
import type { Tally } from "./use-tally.ts";

interface Shortcuts {
  readonly tally: Tally;
  readonly recent: readonly OutboxRecord[];
  readonly onText: (text: ReaderText) => void;
  /** A digit opens the pad with it: a number typed by mistake counts nobody. */
  readonly onDigit: (digit: string) => void;
}

/** Space, Enter or a clicker: one more; a digit: a group; Ctrl+Z: the last one back. A reader is heard at any time. */
export function useShortcuts({ tally, recent, onText, onDigit }: Shortcuts): void {
  useKeyboard({
    isOurs: () => document.querySelector("dialog[open]") === null,
    onText,
    onKey: (key) => {
      if (isCountingKey(key)) tally.count(1);
      else if (/^[1-9]$/.test(key)) onDigit(key);
      else if (key === "Undo") {
        const entry = recent.find((one) => canUndo(one, Date.now()));
        if (entry) tally.undo(entry.id);
      }
    },
  });
}
