export * from "./lay-out-park.ts";
