import { printedCode } from "./pass-code.ts";

test("a pass's code is printed in fours", () => {
  expect(printedCode("7K3M9QWE2RTY")).toBe("7K3M-9QWE-2RTY");
});
