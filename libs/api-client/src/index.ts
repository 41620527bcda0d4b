export { ApiProblem } from "./api-problem.ts";
export { applyTick } from "./apply-tick.ts";
export { CookieHolder } from "./cookie-holder.ts";
export { createClient, type CallOptions, type Client, type ClientOptions, type IfChanged } from "./create-client.ts";
export { Unreachable } from "./unreachable.ts";
export { watchCounts, type ConnectionState, type Refusal, type WatchOptions } from "./watch-counts.ts";
