import { CookieHolder, createClient } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import type { Kiosk } from "../load/entry-requests.ts";

/** Whoever prepares the editions of a benchmark. */
export const administrator = { ABWAB_ADMIN_EMAIL: "bench@example.org", ABWAB_ADMIN_PASSWORD: "a password for benches" };

export const EDITION = "bench";
export const TIME_ZONE = "Africa/Casablanca";
const PAVILIONS = 50;

const names = (name: string) => ({ ar: name, fr: name, en: name });

/** An open edition of the days around today: the site and fifty pavilions, each with one checkpoint and one paired kiosk. */
export async function createPark(baseUrl: string): Promise<Kiosk[]> {
  const client = createClient({ baseUrl, cookie: new CookieHolder(), timeoutMs: 60_000 });
  const { ABWAB_ADMIN_EMAIL: email, ABWAB_ADMIN_PASSWORD: password } = administrator;
  await client.call(routes.signIn, { body: { email, password } });
  const days = [-5, -4, -3, -2, -1, 0, 1].map((later) => ({
    date: new Intl.DateTimeFormat("en-CA", { timeZone: TIME_ZONE }).format(Date.now() + later * 86_400_000),
    opensAt: "00:00",
    closesAt: "00:00",
  }));
  await client.call(routes.createEdition, {
    body: {
      slug: EDITION,
      names: names("Bench"),
      city: "El Jadida",
      venue: "Park",
      timeZone: TIME_ZONE,
      days,
      status: "open",
    },
  });
  const kiosks: Kiosk[] = [];
  for (let index = 0; index <= PAVILIONS; index += 1) {
    const zone = index === 0 ? "SITE" : `P${String(index).padStart(2, "0")}`;
    kiosks.push(await createZone(client, baseUrl, zone, index === 0 ? "site" : "pavilion"));
  }
  return kiosks;
}

async function createZone(
  client: ReturnType<typeof createClient>,
  baseUrl: string,
  zone: string,
  kind: "site" | "pavilion",
): Promise<Kiosk> {
  const params = { slug: EDITION };
  const checkpoint = `${zone}-A`;
  await client.call(routes.createZone, { params, body: { code: zone, kind, names: names(zone), capacity: 1_000_000 } });
  await client.call(routes.createCheckpoint, { params, body: { code: checkpoint, zone, names: names(checkpoint) } });
  const { pairingCode } = await client.call(routes.createDevice, {
    params,
    body: { name: `kiosk at ${checkpoint}`, checkpoint },
  });
  const { token } = await createClient({ baseUrl }).call(routes.pair, { body: { pairingCode } });
  return { token, checkpoint };
}
