import { characterAsWritten, characterByPlace, type StruckKey } from "./key-characters.ts";

/** Two keys of a hand-held reader are never further apart; two of a person nearly always are. In milliseconds. */
export const READER_GAP_MS = 80;
/** Fewer characters than this are a person's. A pass's code has twelve. */
const LEAST_CHARACTERS = 8;

/** One line of a reader, read in two ways: one of them is right, whatever layout the kiosk and the reader are set to. */
export interface ReaderText {
  readonly byPlace: string;
  readonly asWritten: string;
}

export interface ReaderLineActions<Key extends StruckKey> {
  readonly onText: (text: ReaderText) => void;
  /** Keys that came slowly or were few: a person's, or a clicker's. Most often one; more from quick fingers. */
  readonly onKeys: (keys: readonly Key[]) => void;
}

const isEnd = ({ key }: StruckKey): boolean => key === "Enter" || key === "Tab";

/**
 * Tells a hand-held reader from a hand. A reader types a whole line within milliseconds of one key to the next, and
 * ends it with Enter, Tab or a pause; until that is known its keys are held back, so that no digit of a pass opens a
 * pad and no Enter counts a person.
 */
export class ReaderLine<Key extends StruckKey> {
  readonly #actions: ReaderLineActions<Key>;
  #held: Key[] = [];
  #lastAt = 0;

  constructor(actions: ReaderLineActions<Key>) {
    this.#actions = actions;
  }

  /** Whether what has come so far can only be a reader's. */
  get isReading(): boolean {
    return this.#held.length >= LEAST_CHARACTERS;
  }

  /** One key, at a time in milliseconds. Resolves the keys before it when it came too late to belong to them. */
  strike(key: Key, at: number): void {
    if (this.#held.length > 0 && at - this.#lastAt > READER_GAP_MS) this.end();
    this.#lastAt = at;
    if (isEnd(key) && this.isReading) return this.end();
    this.#held.push(key);
  }

  /** The pause after the last key. */
  end(): void {
    const held = this.#held;
    const reading = this.isReading;
    this.#held = [];
    if (reading) this.#actions.onText(textOf(held));
    else if (held.length > 0) this.#actions.onKeys(held);
  }
}

function textOf(keys: readonly StruckKey[]): ReaderText {
  return {
    byPlace: keys.map((key) => characterByPlace(key) ?? "").join(""),
    asWritten: keys.map((key) => characterAsWritten(key) ?? "").join(""),
  };
}
