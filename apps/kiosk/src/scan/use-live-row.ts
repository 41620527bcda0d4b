import type { ConnectionState } from "@abwab/api-client";
import type { CountTick, DeviceBroadcast, ZoneNotice } from "@abwab/contract";
import { useEffect, useRef, useState } from "react";
import type { DatedRow } from "./shown-figures.ts";

export interface LiveRowOptions {
  readonly token: string;
  readonly edition: string;
  readonly zone: string;
  /** Whether entries of this kiosk are on their way. */
  readonly inFlight: () => boolean;
  readonly onNotice: (notice: ZoneNotice) => void;
  readonly onBroadcasts: (broadcasts: readonly DeviceBroadcast[]) => void;
  readonly onConfiguration: () => void;
  /** Codes of passes that were revoked a moment ago. */
  readonly onRevoked: (codes: readonly string[]) => void;
  /** The service will not show its figures to this device any more. */
  readonly onRefused: () => void;
}

/** As long as the screen needs to learn from the disk that a flight has landed. */
const LANDING_MS = 120;

/** Between two tries to load what speaks on the line, in milliseconds. */
const LOAD_AGAIN_MS = 3_000;

/** The zone's row as it changes, and whether it does. */
export function useLiveRow({ token, edition, zone, ...told }: LiveRowOptions) {
  const [live, setLive] = useState<DatedRow>();
  const [connection, setConnection] = useState<ConnectionState>("connecting");
  const latest = useRef(told);
  latest.current = told;

  useEffect(() => {
    let held: DatedRow | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A tick that overtakes the answer would show an entry twice for a moment, in the row and as waiting: it is held
    // back until the answer is written down.
    const show = () => {
      if (latest.current.inFlight()) timer = setTimeout(show, LANDING_MS);
      else setLive(held);
    };
    const take = ({ zones, asOf }: CountTick) => {
      const row = zones.find((one) => one.zone === zone) ?? held?.row;
      if (!row) return;
      held = { row, asOf };
      clearTimeout(timer);
      show();
    };
    const gone = new AbortController();
    let again: ReturnType<typeof setTimeout> | undefined;
    const begin = async () => {
      const { watchCounts } = await import("./live-line.ts");
      if (gone.signal.aborted) return;
      const watch = watchCounts({
        token,
        edition,
        onSnapshot: take,
        onTick: take,
        onConnection: setConnection,
        onRefused: () => {
          setConnection("lost");
          latest.current.onRefused();
        },
        onZone: (notice) => latest.current.onNotice(notice),
        onBroadcasts: (broadcasts) => latest.current.onBroadcasts(broadcasts),
        onConfiguration: () => latest.current.onConfiguration(),
        onRevoked: (codes) => latest.current.onRevoked(codes),
      });
      gone.signal.addEventListener("abort", () => watch.close());
    };
    const tryToBegin = () => {
      begin().catch((error: unknown) => {
        console.error("what speaks on the live line can't be loaded", error);
        again = setTimeout(tryToBegin, LOAD_AGAIN_MS);
      });
    };
    tryToBegin();
    return () => {
      clearTimeout(timer);
      clearTimeout(again);
      gone.abort();
    };
  }, [token, edition, zone]);

  return { live, connection };
}
