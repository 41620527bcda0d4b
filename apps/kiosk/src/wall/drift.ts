/** The way round takes this many steps; with a step a minute, close to an hour. */
const STEPS = 53;

/** Where the picture stands at a step, in shares of its unit: slowly round, so that no edge burns into the panel. */
export function driftAt(step: number): { x: number; y: number } {
  const turn = (2 * Math.PI * step) / STEPS;
  return { x: Math.cos(turn), y: Math.sin(2 * turn) / 2 };
}
