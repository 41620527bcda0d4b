export * from "./audited-figures.ts";
export * from "./dwell.ts";
export * from "./sample-share.ts";
