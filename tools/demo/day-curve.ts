const floor = 0.6;
const peaks = [
  { hour: 11, width: 2, height: 0.3 },
  { hour: 17, width: 2.5, height: 0.4 },
];

/**
 * How busy an hour of the day is, from 0.6 at night to about 1 in the afternoon: shaped like a day of visits, but
 * never so quiet that a screen stands still.
 *
 * @param hour 0 to 24, with fractions
 */
export function busyness(hour: number): number {
  return peaks.reduce((sum, peak) => {
    const apart = Math.abs(hour - peak.hour);
    const distance = Math.min(apart, 24 - apart) / peak.width;
    return sum + peak.height * Math.exp(-(distance ** 2) / 2);
  }, floor);
}
