import { useEffect } from "react";
import { staffDesk } from "./this-desk.ts";

const CHECK_MS = 5_000;

/** Locks a kiosk that was left alone. A touch, a key and an entry (`lastEntry`) all say that somebody is there. */
export function useIdleLock(lastEntry: string | undefined): void {
  useEffect(() => {
    staffDesk.touch();
  }, [lastEntry]);

  useEffect(() => {
    const gone = new AbortController();
    const touch = () => staffDesk.touch();
    for (const event of ["pointerdown", "keydown"]) window.addEventListener(event, touch, { signal: gone.signal });
    const timer = setInterval(() => staffDesk.lockWhenIdle(), CHECK_MS);
    return () => {
      gone.abort();
      clearInterval(timer);
    };
  }, []);
}
