import type { Direction } from "@abwab/ui";

/**
 * Colours that stand apart for who sees red and green alike, and at least three times lighter or darker than a white or
 * a nearly black page (WCAG 1.4.11). Lines differ in their strokes as well.
 */
export const chartColours = {
  today: "#0b8062",
  yesterday: "#b8650b",
  earlier: "#5a6fc0",
  typical: "#7d7a72",
} as const;

export const chartFont = "'Readex Pro Variable', 'Readex Pro', sans-serif";
export const chartInk = "#6b746e";
export const chartLine = "#cfc8b9";
/** Pixels of a digit at the size of axis labels. */
export const DIGIT_WIDTH = 8;

/** What every chart has in common. In a right-to-left page time runs to the left and the figures stand on the right. */
export function chartFrame(direction: Direction, labelRoom: number, description: string) {
  const rtl = direction === "rtl";
  return {
    animationDuration: 250,
    textStyle: { fontFamily: chartFont },
    aria: { enabled: true, label: { description } },
    // Room for the labels is reckoned here: measured by the library, the drawing shrinks when time runs to the left.
    grid: {
      outerBoundsMode: "none" as const,
      top: 16,
      bottom: 28,
      [rtl ? "right" : "left"]: labelRoom,
      [rtl ? "left" : "right"]: 16,
    },
  };
}

export const chartTooltip = (direction: Direction, number: (value: number) => string) => ({
  trigger: "axis" as const,
  confine: true,
  valueFormatter: (value: unknown) => (typeof value === "number" ? number(value) : "–"),
  textStyle: { fontFamily: chartFont },
  extraCssText: `direction:${direction};text-align:start;border-radius:12px`,
});
