import { useSyncExternalStore } from "react";
import { v7 } from "uuid";
import { pinHash } from "./pin-hash.ts";
import { StaffDesk, type BadgeSignOn, type StaffState } from "./staff-desk.ts";

/** The desk of this kiosk. */
export const staffDesk = new StaffDesk({ storage: localStorage, now: Date.now, newId: () => v7(), pinHash });

/** Signs on whose badge was scanned, by the code of their accreditation. */
export const signOnByBadge = (code: string): BadgeSignOn => staffDesk.signOnByBadge(code);

const subscribe = (listener: () => void) => {
  const stop = staffDesk.subscribe(listener);
  window.addEventListener("storage", staffDesk.readAgain);
  return () => {
    stop();
    window.removeEventListener("storage", staffDesk.readAgain);
  };
};

export const useStaff = (): StaffState => useSyncExternalStore(subscribe, () => staffDesk.state);
