export * from "./attempt.ts";
export * from "./decide.ts";
export * from "./history.ts";
export * from "./policy.ts";
export * from "./reasons.ts";
export * from "./shown-pass.ts";
