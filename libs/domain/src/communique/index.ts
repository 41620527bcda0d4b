export * from "./read-template.ts";
export * from "./round-down.ts";
