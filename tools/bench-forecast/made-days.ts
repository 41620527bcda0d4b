import { createCalendar, isWeekend, openIntervals, type CountedDay } from "@abwab/domain";
import { addDays } from "@abwab/domain";
import { seededRandom } from "../virtual-kiosk/seeded-random.ts";

/** What makes a day unlike the ones before it. */
export const weathers = [
  "ordinary",
  "rain_after_noon",
  "late_opening",
  "evening_show",
  "schools_in_the_morning",
] as const;
export type Weather = (typeof weathers)[number];

export interface MadeDay {
  readonly day: CountedDay;
  readonly weather: Weather;
}

const STEP = 10 * 60_000;
const STEPS = 72;
const calendar = createCalendar("Africa/Casablanca", "00:00");

/**
 * Five days of twelve hours with two crests, each day another level and other crests; a weekend has more visitors and a
 * later crest; one day in two is disturbed. One seed gives one edition.
 */
export function madeEdition(seed: string): MadeDay[] {
  const random = seededRandom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const first = addDays("2027-05-01", Math.floor(random() * 7));
  const size = Math.exp(12 + 1.2 * normal());
  const weekendFactor = Math.exp(0.45 + 0.15 * normal());
  const crests = { morning: 0.2 + 0.05 * random(), evening: 0.62 + 0.1 * random(), share: 0.35 + 0.3 * random() };
  return Array.from({ length: 5 }, (_, index) => {
    const date = addDays(first, index);
    const weekend = isWeekend(date);
    const weather = random() < 0.5 ? "ordinary" : (weathers[1 + Math.floor(random() * 4)] ?? "ordinary");
    const level = size * (weekend ? weekendFactor : 1) * Math.exp(0.18 * normal());
    const shift = 0.02 * normal() + (weekend ? 0.05 : 0);
    const bump = (at: number, middle: number, width: number): number => Math.exp(-(((at - middle) / width) ** 2) / 2);
    let mood = 0;
    const rates = Array.from({ length: STEPS }, (_unused, step) => {
      const at = (step + 0.5) / STEPS;
      mood = 0.9 * mood + 0.06 * normal();
      const usual =
        0.25 +
        crests.share * 2 * bump(at, crests.morning + shift, 0.12) +
        (1 - crests.share) * 2 * bump(at, crests.evening + shift, 0.16);
      return usual * Math.min(1, (1 - at) * 8) * Math.exp(mood);
    });
    const usualSum = rates.reduce((sum, rate) => sum + rate, 0);
    const disturbed = disturb(rates, weather, random);
    const counts = disturbed.map((rate) => {
      const mean = (level * rate) / usualSum;
      // Parties, not persons, come by chance: the variance is some times the mean.
      return Math.max(0, Math.round(mean + Math.sqrt(5 * mean) * normal()));
    });
    const [hours] = openIntervals(calendar, [{ date, opensAt: "09:00", closesAt: "21:00" }]);
    if (hours === undefined) throw new RangeError("a day has its hours");
    return { weather, day: { date, hours, from: hours.from, stepMs: STEP, counts } };
  });
}

function disturb(rates: readonly number[], weather: Weather, random: () => number): number[] {
  const strength = random();
  switch (weather) {
    case "ordinary":
      return [...rates];
    case "rain_after_noon": {
      const from = 0.4 + 0.2 * random();
      return rates.map((rate, step) => (step / STEPS < from ? rate : rate * (0.35 + 0.3 * strength)));
    }
    case "late_opening": {
      // Who waited comes in within the hour after it.
      const shut = 6 + Math.floor(6 * strength);
      const waiting = rates.slice(0, shut).reduce((sum, rate) => sum + rate, 0) * 0.7;
      return rates.map((rate, step) => (step < shut ? 0 : rate + (step < shut + 6 ? waiting / 6 : 0)));
    }
    case "evening_show":
      return rates.map((rate, step) => (step / STEPS > 0.7 ? rate * (1.4 + 0.6 * strength) : rate));
    case "schools_in_the_morning":
      return rates.map((rate, step) => (step / STEPS < 0.3 ? rate * (1.4 + 0.6 * strength) : rate));
  }
}
