export interface TimeBetween {
  unit: "seconds" | "minutes" | "hours";
  value: number;
}

/** A span in the unit one would say it in: 45 s, 12 min, 3 h. */
export function timeBetween(seconds: number): TimeBetween {
  if (seconds < 90) return { unit: "seconds", value: seconds };
  if (seconds < 90 * 60) return { unit: "minutes", value: Math.round(seconds / 60) };
  return { unit: "hours", value: Math.round(seconds / 3600) };
}
