export * from "./dwell.ts";
export * from "./sample-share.ts";
