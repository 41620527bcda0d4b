import { useEffect } from "react";

/** Keeps the screen on while the tally is showing. The lock ends whenever the page is hidden, so it is asked for again. */
export function useWakeLock(): void {
  useEffect(() => {
    const left = new AbortController();
    let lock: WakeLockSentinel | undefined;
    const keepOn = async () => {
      if (!navigator.wakeLock || document.visibilityState !== "visible") return;
      try {
        const granted = await navigator.wakeLock.request("screen");
        if (left.signal.aborted) await granted.release();
        else lock = granted;
      } catch (error) {
        // A battery near its end refuses it: the kiosk goes on, and its screen may go dark.
        console.warn("the screen can't be kept on", error);
      }
    };
    void keepOn();
    document.addEventListener("visibilitychange", () => void keepOn(), { signal: left.signal });
    return () => {
      left.abort();
      void lock?.release();
    };
  }, []);
}
