import type { NewEdition } from "@abwab/contract";

const TIME_ZONE = "Africa/Casablanca";
const DAY_MS = 86_400_000;
const HALF_DAY_MS = DAY_MS / 2;

const localDate = (at: number): string => new Intl.DateTimeFormat("en-CA", { timeZone: TIME_ZONE }).format(at);

/**
 * Days of an edition that is open now and has been for half a day, whatever the hour, and whose day neither began nor
 * ends within hours: rules that look back find the same at midnight as at noon.
 */
export function openAroundTheClock(now = Date.now()): Pick<NewEdition, "days" | "dayCutoff" | "timeZone"> {
  const hours = { opensAt: "00:00", closesAt: "00:00" };
  const hour = Number(
    new Intl.DateTimeFormat("en-GB", { timeZone: TIME_ZONE, hour: "2-digit", hourCycle: "h23" }).format(
      now - HALF_DAY_MS,
    ),
  );
  return {
    timeZone: TIME_ZONE,
    dayCutoff: `${String(hour).padStart(2, "0")}:00`,
    days: [
      // Open until noon of today: where today has just begun, this one has been open for long.
      { date: localDate(now - DAY_MS), opensAt: "12:00", closesAt: "12:00" },
      { date: localDate(now), ...hours },
      { date: localDate(now + DAY_MS), ...hours },
    ],
  };
}
