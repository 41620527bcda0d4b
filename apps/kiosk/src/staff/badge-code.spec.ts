import { readBadgeCode } from "./badge-code.ts";

const token = (payload: object) =>
  ["e30", Buffer.from(JSON.stringify(payload)).toString("base64url"), "c2lnbmF0dXJl"].join(".");

describe("readBadgeCode", () => {
  it.each([
    ["0123-4567-89ab", "0123456789AB"],
    [" o123 4567 89AB ", "0123456789AB"],
    ["il23456789ab", "1123456789AB"],
  ])("reads %p as typed", (text, code) => {
    expect(readBadgeCode(text)).toBe(code);
  });

  it("takes the code out of what a hand-held reader types", () => {
    expect(readBadgeCode(token({ jti: "0123456789AB", k: "a", c: "staff" }))).toBe("0123456789AB");
  });

  it.each(["A7", "0123456789ABC", "a.b.c", "a.e30.c", token({ jti: 7 }), ""])("sees no badge in %p", (text) => {
    expect(readBadgeCode(text)).toBeUndefined();
  });
});
