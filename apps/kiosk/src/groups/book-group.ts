import { ApiProblem, Unreachable, type Client } from "@abwab/api-client";
import type { DeviceVisit } from "@abwab/contract";
import { kioskRoutes } from "../app/kiosk-routes.ts";
import type { Booking } from "./unbooked.ts";

/** A group is not kept at the gate for longer than this; on the venue's network the answer takes a tenth of it. */
export const BOOKING_LIMIT_MS = 2_500;

/** Books a group that stands at the gate; undefined where the service can't be reached in time or will not have it. */
export async function bookGroup(client: Client, body: Booking): Promise<DeviceVisit | undefined> {
  try {
    return await client.call(kioskRoutes.bookWalkIn, { body, timeoutMs: BOOKING_LIMIT_MS });
  } catch (error) {
    if (!(error instanceof Unreachable) && !(error instanceof ApiProblem)) throw error;
    console.warn("a group could not be booked and is counted without its name", error);
    return undefined;
  }
}
