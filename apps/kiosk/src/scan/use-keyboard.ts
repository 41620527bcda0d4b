import { useEffect, useRef } from "react";
import type { StruckKey } from "./key-characters.ts";
import { READER_GAP_MS, ReaderLine, type ReaderText } from "./reader-line.ts";

interface KeyboardActions {
  /** A hand-held reader has read something; it needs no focus. */
  readonly onText: (text: ReaderText) => void;
  /** Keys of a person, or of a clicker, in their order; more than one where they came in quick succession. */
  readonly onKeys: (keys: readonly string[]) => void;
  /** Whether this part of the screen has the keyboard now. */
  readonly isOurs: () => boolean;
  /** Whether keys mean this part even where something else has the focus. */
  readonly takesAll?: boolean;
}

/** A timer may be late; keys that are early enough by their own time still belong together. */
const SLACK_MS = 20;
const modifiers = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "NumLock", "Dead", "Fn"]);

interface HeldKey extends StruckKey {
  /** Something else had the focus: the key was that one's. */
  readonly elsewhere: boolean;
}

/** Gives a hand-held reader's lines and a person's keys apart. What is typed into a field stays the field's. */
export function useKeyboard(actions: KeyboardActions): void {
  const latest = useRef(actions);
  latest.current = actions;

  useEffect(() => {
    let pause: ReturnType<typeof setTimeout> | undefined;
    const line = new ReaderLine<HeldKey>({
      onText: (text) => latest.current.onText(text),
      onKeys: (keys) => {
        const ours = keys.filter(({ elsewhere }) => !elsewhere);
        if (ours.length > 0) latest.current.onKeys(ours.map(({ key }) => key));
      },
    });
    const onKeyDown = (event: KeyboardEvent) => {
      if (!latest.current.isOurs() || isField(event.target) || modifiers.has(event.key)) return;
      if (event.ctrlKey || event.metaKey) return onCommand(event, latest.current.onKeys);
      if (event.altKey || event.repeat) return;
      const reading = line.isReading;
      const elsewhere = !latest.current.takesAll && event.target !== document.body;
      // The Enter of a reader must not press whatever button had the focus; the Tab key goes on until it is one's.
      if (reading || (!elsewhere && event.key !== "Tab")) event.preventDefault();
      const { key, code, shiftKey } = event;
      line.strike({ key, code, shiftKey, elsewhere }, event.timeStamp);
      clearTimeout(pause);
      // A page that was busy may have keys in store that were struck in time: they come before the second timer.
      pause = setTimeout(() => (pause = setTimeout(() => line.end())), READER_GAP_MS + SLACK_MS);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => {
      clearTimeout(pause);
      window.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}

function onCommand(event: KeyboardEvent, onKeys: (keys: readonly string[]) => void): void {
  if (event.code !== "KeyZ" || event.shiftKey) return;
  event.preventDefault();
  onKeys(["Undo"]);
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Keys that count one: those of a keyboard, and those that clickers and presenters type. */
export const isCountingKey = (key: string): boolean =>
  [
    " ",
    "Enter",
    "PageDown",
    "PageUp",
    "ArrowRight",
    "ArrowLeft",
    "ArrowUp",
    "ArrowDown",
    "AudioVolumeUp",
    "AudioVolumeDown",
    "MediaPlayPause",
    "MediaTrackNext",
  ].includes(key);
