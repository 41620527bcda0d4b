import { canUndo, type OutboxRecord } from "../outbox/index.ts";
import type { ReaderText } from "./reader-line.ts";
import { isCountingKey, useKeyboard } from "./use-keyboard.ts";
import type { Tally } from "./use-tally.ts";

interface Shortcuts {
  readonly tally: Tally;
  readonly recent: readonly OutboxRecord[];
  readonly onText: (text: ReaderText) => void;
  /** A digit opens the pad with it: a number typed by mistake counts nobody. */
  readonly onNumber: (digits: string) => void;
}

/** Space, Enter or a clicker: one more; a digit: a group; Ctrl+Z: the last one back. A reader is heard at any time. */
export function useShortcuts({ tally, recent, onText, onNumber }: Shortcuts): void {
  const undoLast = () => {
    const entry = recent.find((one) => canUndo(one, Date.now()));
    if (entry) tally.undo(entry.id);
  };
  useKeyboard({
    isOurs: () => document.querySelector("dialog[open]") === null,
    onText,
    onKeys: (keys) => {
      const [number] = /^[1-9]\d{0,2}/.exec(keys.filter((key) => key.length === 1).join("")) ?? [];
      if (number !== undefined) return onNumber(number);
      for (const key of keys) {
        if (isCountingKey(key)) tally.count(1);
        else if (key === "Undo") undoLast();
      }
    },
  });
}
