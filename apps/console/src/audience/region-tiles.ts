/**
 * Where each of Morocco's twelve regions stands on a map of equal tiles, column and row from the north-west: neighbours
 * stay neighbours as far as squares allow. Drawn for this project; it shows no borders.
 */
export const regionTiles: readonly { region: string; column: number; row: number }[] = [
  { region: "01", column: 5, row: 1 },
  { region: "04", column: 4, row: 2 },
  { region: "03", column: 5, row: 2 },
  { region: "02", column: 6, row: 2 },
  { region: "06", column: 3, row: 3 },
  { region: "05", column: 4, row: 3 },
  { region: "07", column: 3, row: 4 },
  { region: "08", column: 4, row: 4 },
  { region: "10", column: 2, row: 5 },
  { region: "09", column: 3, row: 5 },
  { region: "12", column: 1, row: 6 },
  { region: "11", column: 2, row: 6 },
];

/** From 0, nothing, to 4, as much as the most. */
export function depthOf(value: number, most: number): number {
  return value <= 0 || most <= 0 ? 0 : Math.max(1, Math.ceil((4 * value) / most));
}
