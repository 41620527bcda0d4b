import { ApiProblem, createClient, Unreachable } from "@abwab/api-client";
import type { DeviceShowing } from "@abwab/contract";
import { useEffect } from "react";
import { kioskRoutes } from "../app/kiosk-routes.ts";

const AGAIN_MS = 3_000;
/** All kiosks of an edition may have something new to say in one instant; they say it within so long of each other. */
const SPREAD_MS = 400;

/** Tells the service what this machine shows, whenever that changes, until it has heard it. */
export function useShowing(token: string, showing: DeviceShowing): void {
  // The same in another object is no news.
  const said = JSON.stringify(showing);
  useEffect(() => {
    const client = createClient({ token });
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      clearTimeout(timer);
      client.call(kioskRoutes.reportShowing, { body: JSON.parse(said) as DeviceShowing }).catch((error: unknown) => {
        // Refused: the outbox meets the same and says so.
        if (gone || (error instanceof ApiProblem && error.status < 500)) return;
        if (!(error instanceof Unreachable) && !(error instanceof ApiProblem)) throw error;
        timer = setTimeout(tell, AGAIN_MS);
      });
    };
    timer = setTimeout(tell, Math.random() * SPREAD_MS);
    window.addEventListener("online", tell);
    return () => {
      gone = true;
      clearTimeout(timer);
      window.removeEventListener("online", tell);
    };
  }, [token, said]);
}
