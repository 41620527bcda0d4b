export * from "./minutes-to-full.ts";
export * from "./standing.ts";
export * from "./unusual-pace.ts";
