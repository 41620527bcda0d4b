import type { StruckKey } from "./key-characters.ts";
import { ReaderLine } from "./reader-line.ts";

const US = "abcdefghijklmnopqrstuvwxyz";
const ARABIC_KEYS: Record<string, string> = { e: "ث", y: "غ", j: "ت", b: "لا", i: "ه", "0": "٠" };

/** The keys that a reader set to a US keyboard strikes for a text. */
function keysOf(text: string, layout: Record<string, string> = {}): StruckKey[] {
  return [...text].map((character) => {
    const lower = character.toLowerCase();
    const place = US.includes(lower)
      ? `Key${lower.toUpperCase()}`
      : /\d/.test(character)
        ? `Digit${character}`
        : { ".": "Period", "-": "Minus", _: "Minus", "]": "BracketRight", "~": "Backquote" }[character];
    return {
      key: layout[character] ?? character,
      code: place ?? "",
      shiftKey: character !== lower || "_~".includes(character),
    };
  });
}

const enter: StruckKey = { key: "Enter", code: "Enter", shiftKey: false };

function read(keys: readonly StruckKey[], gap: number) {
  const texts: string[] = [];
  const written: string[] = [];
  const typed: string[] = [];
  const line = new ReaderLine<StruckKey>({
    onText: ({ byPlace, asWritten }) => {
      texts.push(byPlace);
      written.push(asWritten);
    },
    onKeys: (struck) => typed.push(...struck.map(({ key }) => key)),
  });
  keys.forEach((key, index) => line.strike(key, index * gap));
  line.end();
  return { texts, written, typed };
}

describe("a hand-held reader", () => {
  it("is heard by its pace, and ends with Enter, with Tab or with a pause", () => {
    const keys = keysOf("eyJ0.eyJ-_9.Zz");
    const tab = { ...enter, key: "Tab", code: "Tab" };
    for (const end of [[enter], [tab], []]) {
      expect(read([...keys, ...end], 12)).toMatchObject({ texts: ["eyJ0.eyJ-_9.Zz"], typed: [] });
    }
  });

  it("is read by the places of its keys, so that an Arabic layout does no harm", () => {
    const { texts } = read(keysOf("eyJ0.ByI-jab", ARABIC_KEYS), 10);
    expect(texts).toEqual(["eyJ0.ByI-jab"]);
  });

  it("is led back from Arabic letters where the keyboard says nothing of places", () => {
    const keys = keysOf("eyj0bieyj0", ARABIC_KEYS).map((key) => ({ ...key, code: "" }));
    expect(read(keys, 10).written).toEqual(["eyj0bieyj0"]);
  });

  it("leaves to the shortcuts what a person or a clicker types", () => {
    expect(read([enter], 0).typed).toEqual(["Enter"]);
    expect(read(keysOf("12"), 150)).toMatchObject({ texts: [], typed: ["1", "2"] });
    expect(read([enter, enter, enter], 60).typed).toHaveLength(3);
  });

  it("gives each of two lines by itself", () => {
    expect(read([...keysOf("ABCDEFGH"), enter, ...keysOf("JKMNPQRS"), enter], 10).texts).toEqual([
      "ABCDEFGH",
      "JKMNPQRS",
    ]);
  });
});
