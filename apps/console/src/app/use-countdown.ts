import { useEffect, useState } from "react";

/** Whole seconds left of `seconds`, counted from when `since` became what it is; 0 when there is nothing to wait for. */
export function useCountdown(seconds: number | undefined, since: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const end = Date.now() + (seconds ?? 0) * 1000;
    const show = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    show();
    if (seconds === undefined) return;
    const timer = setInterval(show, 250);
    return () => clearInterval(timer);
  }, [seconds, since]);
  return left;
}
