export { Handover } from "./handover.tsx";
export { SignOnPage } from "./sign-on-page.tsx";
export type { Shift } from "./staff-desk.ts";
export { staffMessages } from "./staff-messages.ts";
export { signOnByBadge, staffDesk, useStaff } from "./this-desk.ts";
export { useIdleLock } from "./use-idle-lock.ts";
