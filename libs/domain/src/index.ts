export * from "./admission/index.ts";
export * from "./bit-flags.ts";
export * from "./calendar.ts";
export * from "./geo/index.ts";
export * from "./names/index.ts";
export * from "./opening-hours.ts";
export * from "./placement.ts";
export * from "./visits/index.ts";
