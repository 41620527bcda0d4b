import { calendarOf, escaped, folded } from "./programme-calendar.ts";

const event = {
  id: "0196df00-0000-7000-8000-000000000001",
  title: "Police; large events, 2030",
  place: "Hall 1",
  description: "",
  category: "Seminar",
  startsAt: Date.parse("2025-05-17T09:00:00Z"),
  endsAt: Date.parse("2025-05-17T10:30:00Z"),
  changedAt: Date.parse("2025-05-01T08:00:00.123Z"),
};

describe("the programme as a calendar", () => {
  it("is written as RFC 5545 has it, line by line", () => {
    expect(calendarOf("Open days", "en", [event])).toBe(
      [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Abwab//Programme//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:Open days",
        "BEGIN:VEVENT",
        "UID:0196df00-0000-7000-8000-000000000001@abwab",
        "DTSTAMP:20250501T080000Z",
        "LAST-MODIFIED:20250501T080000Z",
        "DTSTART:20250517T090000Z",
        "DTEND:20250517T103000Z",
        "SUMMARY;LANGUAGE=en:Police\\; large events\\, 2030",
        "LOCATION;LANGUAGE=en:Hall 1",
        "CATEGORIES;LANGUAGE=en:Seminar",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
      ].join("\r\n"),
    );
  });

  it("escapes what has a meaning in a value, and drops control characters", () => {
    expect(escaped("a\\b;c,d\r\ne\nf\u0007:g")).toBe("a\\\\b\\;c\\,d\\ne\\nf:g");
  });

  it("leaves a line of 75 octets whole and folds one of 76", () => {
    expect(folded("x".repeat(75))).toBe("x".repeat(75));
    expect(folded("x".repeat(76))).toBe(`${"x".repeat(75)}\r\n x`);
    expect(folded("x".repeat(75 + 74 + 1))).toBe(`${"x".repeat(75)}\r\n ${"x".repeat(74)}\r\n x`);
  });

  it("cuts no letter in two where it folds: 75 octets, not 75 letters", () => {
    const lines = folded(`SUMMARY:${"ندوة الشرطة ".repeat(12)}😀`).split("\r\n");
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines.map((line, index) => (index === 0 ? line : line.slice(1))).join("")).toBe(
      `SUMMARY:${"ندوة الشرطة ".repeat(12)}😀`,
    );
  });
});
