import { applyTick, createClient, watchCounts, type ConnectionState } from "@abwab/api-client";
import type { CountSnapshot, DeviceBroadcast, Edition, Zone, ZoneNotice } from "@abwab/contract";
import { useEffect, useRef, useState } from "react";
import { kioskRoutes } from "../app/kiosk-routes.ts";
import { readKept, writeKept, type KeptFigures } from "./kept-figures.ts";

const KEEP_EVERY_MS = 15_000;
const ZONES_EVERY_MS = 5 * 60_000;
const REFUSED_RETRY_MS = 60_000;

export interface WallFigures {
  readonly kept: KeptFigures | undefined;
  /** Own clock, in milliseconds; 0 where the service has not been heard since the start. */
  readonly heardAt: number;
  readonly connection: ConnectionState;
}

/** What a paired wall is told beside the figures. */
export interface WallNews {
  readonly onNotice: (notice: ZoneNotice) => void;
  readonly onBroadcasts: (broadcasts: readonly DeviceBroadcast[]) => void;
}

/** The edition's figures as they change, on top of the last ones this wall has seen. */
export function useWallFigures(edition: string, token: string | undefined, news?: WallNews): WallFigures {
  const [figures, setFigures] = useState<WallFigures>(() => ({
    kept: readKept(edition),
    heardAt: 0,
    connection: "connecting",
  }));

  useEffect(() => {
    let closed = false;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let watch: { close(): void } | undefined;
    const show = (change: (before: CountSnapshot | undefined) => CountSnapshot) =>
      setFigures((before) => {
        const zones = before.kept?.zones ?? [];
        return {
          ...before,
          heardAt: Date.now(),
          kept: { ...before.kept, edition, zones, snapshot: change(before.kept?.snapshot) },
        };
      });
    const readZones = () => {
      if (token === undefined) return;
      describe(edition, token).then(
        (told) =>
          setFigures((before) => (closed || !before.kept ? before : { ...before, kept: { ...before.kept, ...told } })),
        (error: unknown) => console.warn("the zones of this wall can't be read now", error),
      );
    };
    const open = () => {
      watch = watchCounts({
        edition,
        ...(token !== undefined && { token }),
        onSnapshot: (snapshot) => {
          show(() => snapshot);
          readZones();
        },
        onTick: (tick) => show((before) => (before ? applyTick(before, tick) : tick)),
        onConnection: (connection) => setFigures((before) => ({ ...before, connection })),
        onConfiguration: readZones,
        onZone: (notice) => {
          news?.onNotice(notice);
          setFigures((before) => (before.kept ? { ...before, kept: withNotice(before.kept, notice) } : before));
        },
        onBroadcasts: (broadcasts) => news?.onBroadcasts(broadcasts),
        // A wall has nobody beside it: what is refused now may be allowed again in a while.
        onRefused: () => {
          setFigures((before) => ({ ...before, connection: "lost" }));
          retry = setTimeout(open, REFUSED_RETRY_MS);
        },
      });
    };
    open();
    const zonesTimer = setInterval(readZones, ZONES_EVERY_MS);
    return () => {
      closed = true;
      clearTimeout(retry);
      clearInterval(zonesTimer);
      watch?.close();
    };
  }, [edition, token, news]);

  const { kept } = figures;
  useKeeping(kept);
  return figures;
}

function withNotice(kept: KeptFigures, { zone, status, message }: ZoneNotice): KeptFigures {
  return { ...kept, zones: kept.zones.map((each) => (each.code === zone ? { ...each, status, message } : each)) };
}

async function describe(slug: string, token: string): Promise<Pick<KeptFigures, "zones" | "names" | "timeZone">> {
  const client = createClient({ token });
  const { names, timeZone }: Edition = await client.call(kioskRoutes.getEdition, { params: { slug } });
  const zones: Zone[] = [];
  let cursor: string | null = null;
  do {
    const part: { items: Zone[]; nextCursor: string | null } = await client.call(kioskRoutes.listZones, {
      params: { slug },
      query: { limit: 500, ...(cursor !== null && { cursor }) },
    });
    zones.push(...part.items);
    cursor = part.nextCursor;
  } while (cursor !== null);
  return { zones, names, timeZone };
}

/** Written down now and then and not with every tick: a wall's disk is no place for four writes a second. */
function useKeeping(kept: KeptFigures | undefined): void {
  const latest = useRef(kept);
  latest.current = kept;
  useEffect(() => {
    const keep = () => {
      if (latest.current) writeKept(latest.current);
    };
    const timer = setInterval(keep, KEEP_EVERY_MS);
    window.addEventListener("pagehide", keep);
    return () => {
      keep();
      clearInterval(timer);
      window.removeEventListener("pagehide", keep);
    };
  }, []);
}
