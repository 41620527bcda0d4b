import { codeInLink, isCompleteCode, readPairingCode, showPairingCode } from "./pairing-code.ts";

describe("pairing code", () => {
  it.each(["ab12-cd34", " AB12 CD34 ", "ab12cd34", "AB12—CD34"])("is read whatever way it is typed: %s", (typed) => {
    expect(readPairingCode(typed)).toBe("AB12CD34");
  });

  it("takes letters that look like digits for the digits", () => {
    expect(readPairingCode("oIl0-0000")).toBe("01100000");
  });

  it("is shown in two groups, also while it is typed", () => {
    expect(["AB1", "AB12", "AB12C", "AB12CD34"].map(showPairingCode)).toEqual(["AB1", "AB12", "AB12-C", "AB12-CD34"]);
  });

  it("is complete with eight characters", () => {
    expect(["AB12CD3", "AB12CD34"].map(isCompleteCode)).toEqual([false, true]);
  });

  it("of a printed sheet has sixteen characters, and stops there", () => {
    const printed = readPairingCode("ab12-cd34-ef56-gh78-extra");
    expect([printed, isCompleteCode(printed), showPairingCode(printed)]).toEqual([
      "AB12CD34EF56GH78",
      true,
      "AB12-CD34-EF56-GH78",
    ]);
    expect(isCompleteCode("AB12CD34E")).toBe(false);
  });

  it("comes with the link that the console shows as a QR code", () => {
    expect([codeInLink("#pair=ab12-cd34"), codeInLink("#other"), codeInLink("")]).toEqual([
      "AB12CD34",
      undefined,
      undefined,
    ]);
  });
});
