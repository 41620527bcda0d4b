/** A chart of columns, in shares of its height and width: the template draws it without reckoning. */
export interface ColumnChart {
  columns: { share: number; strong: boolean }[];
  /** Lines across, from nothing up. */
  ticks: { share: number; label: string }[];
  /** What stands under the columns; `at` is a share of the width. */
  labels: { at: number; text: string }[];
}

const MOST_TICKS = 5;

/** Ends of a scale that holds `most`: steps of 1, 2 or 5 times a power of ten. */
export function scaleFor(most: number): number[] {
  const rough = Math.max(most, 1) / MOST_TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((times) => times * power).find((size) => size >= rough) ?? rough);
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/**
 * @param values of the columns, from first to last; those below nothing are drawn as nothing
 * @param isStrong which columns stand out
 */
export function columnChart(
  values: readonly number[],
  labels: ColumnChart["labels"],
  number: (value: number) => string,
  isStrong: (index: number) => boolean,
): ColumnChart {
  const scale = scaleFor(Math.max(0, ...values));
  const top = scale.at(-1) ?? 1;
  return {
    columns: values.map((value, index) => ({ share: Math.max(0, value) / top, strong: isStrong(index) })),
    ticks: scale.map((value) => ({ share: value / top, label: number(value) })),
    labels,
  };
}
