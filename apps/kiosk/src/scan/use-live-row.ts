import { watchCounts, type ConnectionState } from "@abwab/api-client";
import type { CountTick, ZoneNotice } from "@abwab/contract";
import { useEffect, useRef, useState } from "react";
import type { DatedRow } from "./shown-figures.ts";

export interface LiveRowOptions {
  readonly token: string;
  readonly edition: string;
  readonly zone: string;
  /** Whether entries of this kiosk are on their way. */
  readonly inFlight: () => boolean;
  readonly onNotice: (notice: ZoneNotice) => void;
  readonly onConfiguration: () => void;
  /** Codes of passes that were revoked a moment ago. */
  readonly onRevoked: (codes: readonly string[]) => void;
  /** The service will not show its figures to this device any more. */
  readonly onRefused: () => void;
}

/** As long as the screen needs to learn from the disk that a flight has landed. */
const LANDING_MS = 120;

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
      onConfiguration: () => latest.current.onConfiguration(),
      onRevoked: (codes) => latest.current.onRevoked(codes),
    });
    return () => {
      clearTimeout(timer);
      watch.close();
    };
  }, [token, edition, zone]);

  return { live, connection };
}
