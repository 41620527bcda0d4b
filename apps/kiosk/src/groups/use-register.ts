import { ApiProblem, Unreachable, type Client } from "@abwab/api-client";
import type { DeviceOrganisation } from "@abwab/contract";
import { useEffect, useState } from "react";
import { kioskRoutes } from "../app/kiosk-routes.ts";

/** Nothing is asked before somebody has stopped typing for so long, nor of one letter alone. */
const PAUSE_MS = 250;
const FEWEST_LETTERS = 2;

/** What the registry has by that name; undefined while it is asked, and nothing where it isn't. */
export function useRegister(client: Client, typed: string, online: boolean): readonly DeviceOrganisation[] | undefined {
  const [found, setFound] = useState<{ search: string; items: readonly DeviceOrganisation[] }>();
  const search = typed.trim();
  const isAsked = online && search.length >= FEWEST_LETTERS;

  useEffect(() => {
    if (!isAsked) return;
    const overtaken = new AbortController();
    const ask = async () => {
      try {
        const { signal } = overtaken;
        const { items } = await client.call(kioskRoutes.searchDeviceOrganisations, { query: { search }, signal });
        setFound({ search, items });
      } catch (error) {
        if (overtaken.signal.aborted) return;
        if (!(error instanceof Unreachable) && !(error instanceof ApiProblem)) throw error;
        // Whoever is not found can still be typed.
        setFound({ search, items: [] });
      }
    };
    const pause = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      clearTimeout(pause);
      overtaken.abort();
    };
  }, [client, search, isAsked]);

  if (!isAsked) return [];
  return found?.search === search ? found.items : undefined;
}
