import { readBadgeCode } from "./badge-code.ts";

const base64url = (text: string) => Buffer.from(text).toString("base64url");
const token = (payload: string) => [base64url('{"alg":"EdDSA"}'), base64url(payload), "s".repeat(86)].join(".");
const badge = token('{"jti":"0123456789AB","k":"a"}');

describe("readBadgeCode", () => {
  it.each([
    ["0123-4567-89ab", "0123456789AB"],
    [" o123 4567 89AB ", "0123456789AB"],
    ["il23456789ab", "1123456789AB"],
  ])("reads %p as typed", (text, code) => {
    expect(readBadgeCode(text)).toBe(code);
  });

  it("takes the code out of what was scanned", () => {
    expect(readBadgeCode(badge)).toBe("0123456789AB");
  });

  it("takes the reading that makes sense", () => {
    expect(readBadgeCode("ثغتخ", badge)).toBe("0123456789AB");
  });

  it.each(["A7", "0123456789ABC", token("{}"), token('{"jti":7}'), token("{"), ""])("sees no badge in %p", (text) => {
    expect(readBadgeCode(text)).toBeUndefined();
  });
});
