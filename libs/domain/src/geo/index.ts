export * from "./province-of.ts";
export * from "./provinces.ts";
export * from "./regions.ts";
