import { useRegisterSW } from "virtual:pwa-register/react";

const CHECK_MS = 30 * 60_000;

/** Whether a newer version lies ready, and the way to start it. It never starts by itself in the midst of a shift. */
export function useAppUpdate(): { ready: boolean; start: () => void } {
  const {
    needRefresh: [ready],
    updateServiceWorker,
  } = useRegisterSW({
    onRegisteredSW: (_, registration) => {
      // A kiosk stays open for days: without asking it would never learn of a new version.
      if (!registration) return;
      setInterval(() => {
        if (navigator.onLine) registration.update().catch(noteFailure);
      }, CHECK_MS);
    },
    onRegisterError: noteFailure,
  });
  return { ready, start: () => void updateServiceWorker() };
}

/** Without a service worker the kiosk still counts and keeps; it only can't start with no network. */
function noteFailure(error: unknown): void {
  console.warn("the service worker could not be registered or updated", error);
}
