import { useEffect } from "react";
import { useRegisterSW } from "virtual:pwa-register/react";

const CHECK_MS = 30 * 60_000;

export interface AppUpdate {
  /** A newer version lies on this device and waits. */
  readonly ready: boolean;
  readonly start: () => void;
}

/** Whether a newer version lies ready, and the way to start it. */
export function useAppUpdate(): AppUpdate {
  const {
    needRefresh: [ready],
    updateServiceWorker,
  } = useRegisterSW({
    onRegisteredSW: (_, registration) => {
      // A kiosk stays open for days: without asking it would never learn of a new version.
      if (!registration) return;
      const ask = () => {
        if (navigator.onLine) registration.update().catch(noteFailure);
      };
      setInterval(ask, CHECK_MS);
      window.addEventListener("online", ask);
    },
    onRegisterError: noteFailure,
  });
  return { ready, start: () => void updateServiceWorker() };
}

/** Starts a newer version by itself, but only while nobody is at work: a shift is never interrupted. */
export function useUpdateBetweenShifts({ ready, start }: AppUpdate, betweenShifts: boolean): void {
  const due = ready && betweenShifts;
  useEffect(() => {
    if (due) start();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `start` is a new function each time, and is called once
  }, [due]);
}

/** Without a service worker the kiosk still counts and keeps; it only can't start with no network. */
function noteFailure(error: unknown): void {
  console.warn("the service worker could not be registered or updated", error);
}
