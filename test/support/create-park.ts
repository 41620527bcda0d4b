import type { Client } from "@abwab/api-client";
import { type NewEdition, routes } from "@abwab/contract";

/** A park with a gate and a pavilion with a door. */
export async function createPark(client: Client, given: Partial<NewEdition> & { slug: string }): Promise<void> {
  const names = { ar: "أ", fr: "f", en: "e" };
  const edition = {
    names,
    city: "El Jadida",
    venue: "Park",
    timeZone: "Africa/Casablanca",
    days: [{ date: "2025-05-17", opensAt: "09:00", closesAt: "21:00" }],
    ...given,
  };
  await client.call(routes.createEdition, { body: edition });
  const params = { slug: given.slug };
  await client.call(routes.createZone, { params, body: { code: "SITE", kind: "site", names, policy: {} } });
  await client.call(routes.createZone, { params, body: { code: "P01", kind: "pavilion", names, policy: {} } });
  await client.call(routes.createCheckpoint, { params, body: { code: "G1", zone: "SITE", names } });
  await client.call(routes.createCheckpoint, { params, body: { code: "P01-A", zone: "P01", names } });
}
