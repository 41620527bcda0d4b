import type { Client } from "@abwab/api-client";
import { countOnly, type Policy, routes, type ZonePatch } from "@abwab/contract";

/** Sets a zone's admission policy, and whatever else of the zone is given. */
export async function setPolicy(
  administrator: Client,
  slug: string,
  code: string,
  policy: Partial<Policy>,
  rest: Omit<ZonePatch, "policy"> = {},
): Promise<void> {
  await administrator.call(routes.changeZone, {
    params: { slug, code },
    body: { policy: { ...countOnly, ...policy }, ...rest },
  });
}
