import { useEffect, useMemo, useRef, useState } from "react";
import { createBrowserOutbox, type BrowserOutboxOptions } from "./browser-outbox.ts";
import type { Outbox } from "./outbox.ts";
import type { OutboxView } from "./outbox-store.ts";

export interface RunningOutbox {
  readonly outbox: Outbox;
  /** undefined until the disk has answered. */
  readonly view: OutboxView | undefined;
  /** Whether records are on their way right now. */
  readonly inFlight: () => boolean;
}

/** Runs the outbox of a pairing as long as the screen stands. */
export function useOutbox(options: Omit<BrowserOutboxOptions, "onFlight">): RunningOutbox {
  const { store, token, edition, dayOf, appVersion, duty } = options;
  const flying = useRef(0);
  const [view, setView] = useState<OutboxView>();
  const [failure, setFailure] = useState<Error>();

  const outbox = useMemo(() => {
    const onFlight = (records: number) => {
      flying.current = records;
    };
    return createBrowserOutbox({ store, token, edition, dayOf, appVersion, duty, onFlight });
  }, [store, token, edition, dayOf, appVersion, duty]);

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const fail = (error: unknown) => setFailure(new Error("the outbox can't be read or run", { cause: error }));
    const stopWatching = outbox.watch(setView, fail);
    const networkIsBack = () => outbox.networkIsBack();
    const shown = () => {
      if (document.visibilityState === "visible") outbox.networkIsBack();
    };
    window.addEventListener("online", networkIsBack, { signal });
    document.addEventListener("visibilitychange", shown, { signal });
    outbox.run(signal).catch(fail);
    return () => {
      stop.abort();
      stopWatching();
    };
  }, [outbox]);

  // Nothing may be counted on a kiosk whose disk can't be read or written: the screen of last resort says so.
  if (failure !== undefined) throw failure;
  return { outbox, view, inFlight: () => flying.current > 0 };
}
