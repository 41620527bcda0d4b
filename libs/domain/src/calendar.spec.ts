import { addDays, createCalendar, minutesOf } from "./calendar.ts";

const at = (text: string): number => Date.parse(text);
const iso = (instant: number): string => new Date(instant).toISOString();

describe("E7: a day is a day in the edition's time zone", () => {
  const casablanca = createCalendar("Africa/Casablanca", "00:00");

  test("half past eleven at night in UTC is the next day at UTC+1", () => {
    expect(casablanca.dayOf(at("2025-05-17T22:59:59.999Z"))).toBe("2025-05-17");
    expect(casablanca.dayOf(at("2025-05-17T23:00:00Z"))).toBe("2025-05-18");
  });

  test("Ramadan's clock change makes a day of 25 hours and one of 23", () => {
    expect(iso(casablanca.startOf("2025-02-23"))).toBe("2025-02-22T23:00:00.000Z");
    expect(iso(casablanca.startOf("2025-02-24"))).toBe("2025-02-24T00:00:00.000Z");
    expect(iso(casablanca.startOf("2025-04-06"))).toBe("2025-04-06T00:00:00.000Z");
    expect(iso(casablanca.startOf("2025-04-07"))).toBe("2025-04-06T23:00:00.000Z");
  });

  test("in the hour that comes twice both instants are of the same day", () => {
    expect(casablanca.dayOf(at("2025-02-23T01:30:00Z"))).toBe("2025-02-23");
    expect(casablanca.dayOf(at("2025-02-23T02:30:00Z"))).toBe("2025-02-23");
  });

  test("with a cut-off at 04:00 the small hours belong to the evening before", () => {
    const late = createCalendar("Africa/Casablanca", "04:00");
    expect(late.dayOf(at("2025-05-18T02:59:59Z"))).toBe("2025-05-17");
    expect(late.dayOf(at("2025-05-18T03:00:00Z"))).toBe("2025-05-18");
    expect(iso(late.startOf("2025-05-18"))).toBe("2025-05-18T03:00:00.000Z");
  });

  test("the cut-off hour holds across the clock change", () => {
    const late = createCalendar("Africa/Casablanca", "04:00");
    expect(iso(late.startOf("2025-02-23"))).toBe("2025-02-23T04:00:00.000Z");
    expect(iso(late.startOf("2025-02-22"))).toBe("2025-02-22T03:00:00.000Z");
  });

  test.each(["00:00", "04:00", "23:30"])(
    "with a cut-off at %s every instant of a year lies within its day",
    (cutoff) => {
      const outside: string[] = [];
      for (const zone of ["Africa/Casablanca", "America/St_Johns", "Asia/Kathmandu"]) {
        const calendar = createCalendar(zone, cutoff);
        for (let instant = at("2025-01-01T00:07:00Z"); instant < at("2026-01-01T00:00:00Z"); instant += 97 * 60_000) {
          const day = calendar.dayOf(instant);
          const within = calendar.startOf(day) <= instant && instant < calendar.startOf(addDays(day, 1));
          if (!within) outside.push(`${zone} ${iso(instant)} ${day}`);
        }
      }
      expect(outside).toEqual([]);
    },
  );
});

test("an hour in the gap of the clock is the one it jumps to", () => {
  const casablanca = createCalendar("Africa/Casablanca", "00:00");
  // On 6 April 2025 two o'clock became three.
  expect(iso(casablanca.instantOf("2025-04-06", "03:00"))).toBe("2025-04-06T02:00:00.000Z");
});

test("an unknown time zone is refused", () => {
  expect(() => createCalendar("Atlantis/Main", "00:00")).toThrow(RangeError);
});

test("days add over the ends of months and years", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2025-12-31", 1)).toBe("2026-01-01");
  expect(addDays("2025-03-01", -1)).toBe("2025-02-28");
});

test("HH:MM in minutes since midnight", () => {
  expect(minutesOf("23:59")).toBe(1439);
});
