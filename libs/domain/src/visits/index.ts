export * from "./place-groups.ts";
export * from "./slot-times.ts";
export * from "./visit-state.ts";
