import { CookieHolder, createClient, type Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";

/** An edition with one gate whose passes come in once, and the means to issue them. */
export interface Gate {
  readonly pairingCode: () => Promise<string>;
  readonly issue: (count: number) => Promise<string[]>;
}

const names = (text: string) => ({ ar: text, fr: text, en: text });

export async function createGate(url: string, credentials: { email: string; password: string }): Promise<Gate> {
  const client: Client = createClient({ baseUrl: url, cookie: new CookieHolder() });
  await client.call(routes.signIn, { body: credentials });
  const slug = `bench-${crypto.randomUUID().slice(0, 8)}`;
  const params = { slug };
  const date = new Intl.DateTimeFormat("en-CA", { timeZone: "Africa/Casablanca" }).format(new Date());
  await client.call(routes.createEdition, {
    body: {
      slug,
      names: names("قياس"),
      city: "الجديدة",
      venue: "مركز المعارض",
      timeZone: "Africa/Casablanca",
      days: [{ date, opensAt: "00:00", closesAt: "00:00" }],
      status: "open",
    },
  });
  const zone = { code: "P01", kind: "pavilion", names: names("رواق"), policy: { mode: "once" } } as const;
  await client.call(routes.createZone, { params, body: zone });
  await client.call(routes.createCheckpoint, { params, body: { code: "P01-A", zone: "P01", names: names("الباب") } });
  return {
    pairingCode: async () => {
      const body = { name: `kiosk ${crypto.randomUUID().slice(0, 4)}`, checkpoint: "P01-A" };
      return (await client.call(routes.createDevice, { params, body })).pairingCode;
    },
    issue: async (count) => {
      const tokens: string[] = [];
      for (let i = 0; i < count; i += 1) {
        const body = { kind: "visitor", category: "public" } as const;
        tokens.push((await client.call(routes.issuePass, { params, body })).token);
      }
      return tokens;
    },
  };
}
