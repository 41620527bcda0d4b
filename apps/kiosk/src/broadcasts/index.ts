/** Messages of the organisers on a kiosk, which come after the first screen. */
export const loadBroadcasts = () => import("./broadcasts-part.ts");
