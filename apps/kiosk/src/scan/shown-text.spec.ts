import { readShownText } from "./shown-text.ts";

const token = `eyJhbGciOiJFZERTQSJ9.eyJqdGkiOiIwIn0.${"A_-9".repeat(21)}Zz`;

describe("what was shown", () => {
  it("is a token, whatever a reader puts before and after it", () => {
    for (const text of [token, `]Q1${token}`, `~${token}\r\n`, ` ${token}$`, `https://x.ma/#${token}`]) {
      expect(readShownText(text)).toEqual({ kind: "token", text: token });
    }
  });

  it("is a code, as printed or as somebody types it", () => {
    for (const text of ["ABCD-EFGH-JKMN", "abcdefghjkmn", "abcd efgh jkmn", "]Q3ABCD-EFGH-JKMN", "*ABCD-EFGH-JKMN*"]) {
      expect(readShownText(text)).toEqual({ kind: "code", text: "ABCDEFGHJKMN" });
    }
  });

  it("takes letters that look like digits for those digits", () => {
    expect(readShownText("OIL0-1111-2222")).toEqual({ kind: "code", text: "011011112222" });
  });

  it("is the reading that makes sense, of the two that a keyboard layout leaves", () => {
    expect(readShownText("شسيب", token)).toEqual({ kind: "token", text: token });
    expect(readShownText(token.slice(1), "ABCD-EFGH-JKMN")).toEqual({ kind: "code", text: "ABCDEFGHJKMN" });
  });

  it("is something else where it is no pass", () => {
    expect(readShownText("https://example.com/menu").kind).toBe("other");
    expect(readShownText("").kind).toBe("other");
  });
});
