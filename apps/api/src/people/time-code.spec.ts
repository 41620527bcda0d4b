import { newFactorSecret, offerOf, stepOfCode } from "./time-code.ts";

// RFC 6238, appendix B, for SHA-1: the last six of its eight digits.
const secret = new TextEncoder().encode("12345678901234567890");
const vectors = [
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
] as const;

describe("a code by time", () => {
  it.each(vectors)("is that of RFC 6238 at second %d", (seconds, code) => {
    expect(stepOfCode(secret, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  it("is taken from a clock one step off, and names the step it belongs to", () => {
    const [seconds, code] = vectors[3];
    const step = Math.floor(seconds / 30);
    expect([-31, 30].map((off) => stepOfCode(secret, code, (seconds + off) * 1000))).toEqual([step, step]);
    expect(stepOfCode(secret, code, (seconds + 90) * 1000)).toBeUndefined();
  });

  it.each(["", "28708", "2870821", "28708x", "ABCD-EFGH"])("is not %j", (code) => {
    expect(stepOfCode(secret, code, 59_000)).toBeUndefined();
  });

  it("is offered as an address that authenticators read", () => {
    const { secret: typed, uri } = offerOf(secret, "amal@example.ma");
    expect(typed).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    expect(uri).toMatch(/^otpauth:\/\/totp\/Abwab:amal%40example\.ma\?.*secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ/);
  });

  it("comes of 160 random bits", () => {
    expect(newFactorSecret()).toHaveLength(20);
    expect(newFactorSecret()).not.toEqual(newFactorSecret());
  });
});
