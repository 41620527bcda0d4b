import { formatDate, formatNumber, formatRelative, formatTime } from "./format.ts";

describe("figures", () => {
  it("have Latin digits grouped the Moroccan way in Arabic and in French", () => {
    expect(formatNumber(2_400_000, "ar")).toBe("2.400.000");
    expect(formatNumber(2_400_000, "fr")).toBe("2.400.000");
  });

  it("are isolated when they have a sign, so that it stays before the digits", () => {
    expect(formatNumber(-12, "ar")).toBe("\u2066\u221212\u2069");
    expect(formatNumber(12, "ar", { signed: true })).toBe("\u2066+12\u2069");
  });

  it("carry no direction mark of their own when they are plain", () => {
    expect(formatNumber(73_980, "ar")).toMatch(/^[0-9.]+$/);
  });

  it("show a share with its mark", () => {
    expect(formatNumber(0.42, "ar", { percent: true })).toBe("\u206642%\u2069");
  });
});

describe("times", () => {
  it("are read in the edition's zone, on a 24-hour clock", () => {
    expect(formatTime("2025-05-17T13:05:09Z", "ar", { timeZone: "Africa/Casablanca", seconds: true })).toBe("14:05:09");
  });

  it("name the months as Morocco does", () => {
    expect(formatDate("2025-05-17", "ar", "long")).toBe("السبت، 17 ماي 2025");
  });

  it("say how long ago in whole steps", () => {
    expect(formatRelative("2025-05-17T10:00:00Z", "2025-05-17T10:05:30Z", "fr")).toBe("il y a 5 minutes");
  });
});
