// The socket comes behind the first screen: a tap is counted without it.
export { watchCounts } from "@abwab/api-client";
