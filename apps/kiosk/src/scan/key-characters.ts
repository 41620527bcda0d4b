/** What a key event says of the key; a real `KeyboardEvent` has all of it. */
export interface StruckKey {
  readonly key: string;
  /** The place on the keyboard, whatever the layout: a hand-held reader strikes the keys of a US keyboard. */
  readonly code: string;
  readonly shiftKey: boolean;
}

const plain: Readonly<Record<string, string>> = {
  Minus: "-",
  Equal: "=",
  BracketLeft: "[",
  BracketRight: "]",
  Backslash: "\\",
  Semicolon: ";",
  Quote: "'",
  Backquote: "`",
  Comma: ",",
  Period: ".",
  Slash: "/",
  Space: " ",
  NumpadSubtract: "-",
  NumpadAdd: "+",
  NumpadDecimal: ".",
  NumpadMultiply: "*",
  NumpadDivide: "/",
};
const shifted: Readonly<Record<string, string>> = {
  Minus: "_",
  Equal: "+",
  BracketLeft: "{",
  BracketRight: "}",
  Backslash: "|",
  Semicolon: ":",
  Quote: '"',
  Backquote: "~",
  Comma: "<",
  Period: ">",
  Slash: "?",
};
const SHIFTED_DIGITS = ")!@#$%^&*(";

/** Where a keyboard says nothing of places: the letters of the Arabic layout and the keys that they lie on. */
const arabic: Readonly<Record<string, string>> = Object.fromEntries(
  [..."ضصثقفغعهخحشسيبلاتنمئءؤرىة"].map((letter, index) => [letter, "qwertyuiopasdfghjklzxcvnm"[index] ?? ""]),
);
const arabicShifted: Readonly<Record<string, string>> = {
  "\u064e": "Q",
  "\u064b": "W",
  "\u064f": "E",
  "\u064c": "R",
  لإ: "T",
  إ: "Y",
  "\u2018": "U",
  "\u061b": "P",
  "\u0650": "A",
  "\u064d": "S",
  لأ: "G",
  أ: "H",
  ـ: "J",
  "\u060c": "K",
  لآ: "B",
  آ: "N",
  لا: "b",
  و: ",",
  ز: ".",
  ظ: "/",
};

/** The character by the key's place on a US keyboard; undefined for keys that write none. */
export function characterByPlace({ code, shiftKey }: StruckKey): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return shiftKey ? letter : letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return shiftKey ? SHIFTED_DIGITS[Number(digit)] : digit;
  const onPad = /^Numpad(\d)$/.exec(code)?.[1];
  if (onPad !== undefined) return onPad;
  return (shiftKey ? shifted[code] : undefined) ?? plain[code];
}

/** The character as the layout wrote it, with Arabic letters and digits led back to a US keyboard. */
export function characterAsWritten({ key }: StruckKey): string | undefined {
  const back = arabic[key] ?? arabicShifted[key];
  if (back !== undefined) return back;
  if ([...key].length !== 1) return undefined;
  const digit = "٠١٢٣٤٥٦٧٨٩".indexOf(key);
  return digit >= 0 ? String(digit) : key;
}
