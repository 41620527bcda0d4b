export type { Shift } from "./staff-desk.ts";
export { signOnByBadge, staffDesk, useStaff } from "./this-desk.ts";
export { useIdleLock } from "./use-idle-lock.ts";

/** The screens of those who sign on, which come after the first screen. */
export const loadSignOn = () => import("./sign-on-part.ts");
