/** A text set apart from the direction of what surrounds it (U+2068 … U+2069). */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
