export * from "./fold-name.ts";
export * from "./likeness.ts";
export * from "./name-words.ts";
