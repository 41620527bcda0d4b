import { readPassCode, showPassCode } from "./pass-code.ts";

test.each([
  ["7K3M-9PQR-T2VW", "7K3M9PQRT2VW"],
  [" 7k3m 9pqr t2vw\n", "7K3M9PQRT2VW"],
  ["7K3M–9PQR‑T2VW", "7K3M9PQRT2VW"],
  ["oil0-OIL0-oil0", "011001100110"],
])("%j is the code %s", (typed, code) => {
  expect(readPassCode(typed)).toBe(code);
});

test.each(["", "7K3M-9PQR-T2V", "7K3M-9PQR-T2VWX", "7K3M-9PQR-T2VU", "eyJhbGciOiJFZERTQSJ9.e30.AA", "٧".repeat(12)])(
  "%j is no code",
  (typed) => {
    expect(readPassCode(typed)).toBeUndefined();
  },
);

test("a code is shown in three groups, and read again as it was", () => {
  expect(showPassCode("7K3M9PQRT2VW")).toBe("7K3M-9PQR-T2VW");
  expect(readPassCode(showPassCode("7K3M9PQRT2VW"))).toBe("7K3M9PQRT2VW");
});
