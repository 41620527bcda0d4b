import { broadcastMessages } from "./broadcast-messages.ts";

export { BroadcastStrip } from "./broadcast-strip.tsx";
export const messages = [broadcastMessages];
