import { hashPairingCode, newPairingCode } from "./pairing-code.ts";

describe("a pairing code", () => {
  it("is eight characters of Crockford's base 32 in two groups", () => {
    for (let round = 0; round < 200; round += 1) {
      expect(newPairingCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    }
  });

  it.each(["01AB-1CDE", "01ab1cde", " 01AB 1CDE ", "o1ab-lcde", "OIAB–ICDE", "0 1 A B 1 C D E"])(
    "is taken however somebody types it: %j",
    (typed) => {
      expect(hashPairingCode(typed)).toEqual(hashPairingCode("01AB1CDE"));
    },
  );

  it("that is printed has sixteen, and is taken like the others", () => {
    const code = newPairingCode("printed");
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(hashPairingCode(code.toLowerCase().replaceAll("-", ""))).toEqual(hashPairingCode(code));
  });

  it.each(["", "01AB-1CD", "01AB-1CDEF", "01AB-1CDU", "01AB_1CDE", "٠١AB1CDE", "\0"])("is not %j", (typed) => {
    expect(hashPairingCode(typed)).toBeUndefined();
  });
});
