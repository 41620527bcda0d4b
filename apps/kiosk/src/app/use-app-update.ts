import { useCallback, useEffect, useState } from "react";
import { useRegisterSW } from "virtual:pwa-register/react";

const CHECK_MS = 30 * 60_000;
const GIVE_UP_MS = 15_000;

export interface AppUpdate {
  /** A newer version lies on this device and waits. */
  readonly ready: boolean;
  /** It is being started: nobody begins anything now. */
  readonly starting: boolean;
  readonly start: () => void;
}

/** Whether a newer version lies ready, and the way to start it. */
export function useAppUpdate(): AppUpdate {
  const {
    needRefresh: [ready],
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
  const [starting, setStarting] = useState(false);
  const start = useCallback(() => {
    setStarting(true);
    startWaiting().catch(noteFailure);
    // Where it does not come to life the version that is goes on.
    setTimeout(() => setStarting(false), GIVE_UP_MS);
  }, []);
  return { ready, starting, start };
}

/**
 * Puts the version that waits in charge and starts it. The plug-in's own way would start nothing on a page that was
 * opened before there was a worker at all.
 */
async function startWaiting(): Promise<void> {
  const waiting = (await navigator.serviceWorker.getRegistration())?.waiting;
  if (!waiting) return;
  waiting.addEventListener("statechange", () => {
    if (waiting.state === "activated") location.reload();
  });
  waiting.postMessage({ type: "SKIP_WAITING" });
}

/** Starts a newer version by itself, but only while nobody is at work: a shift is never interrupted. */
export function useUpdateBetweenShifts({ ready, start }: AppUpdate, betweenShifts: boolean): void {
  const due = ready && betweenShifts;
  useEffect(() => {
    if (due) start();
  }, [due, start]);
}

/** Without a service worker the kiosk still counts and keeps; it only can't start with no network. */
function noteFailure(error: unknown): void {
  console.warn("the service worker could not be registered or updated", error);
}
