import { CookieHolder, createClient, type Client } from "@abwab/api-client";
import { routes, type Role } from "@abwab/contract";
import { expect, type BrowserContext, type Page } from "@playwright/test";

export const address = (path: string): string => `${process.env["E2E_URL"]}${path}`;
export const consoleAddress = (path: string): string => address(`/console${path}`);

export interface Credentials {
  email: string;
  password: string;
}
export const administrator = (): Credentials => ({
  email: process.env["ABWAB_ADMIN_EMAIL"] ?? "",
  password: process.env["ABWAB_ADMIN_PASSWORD"] ?? "",
});

const names = (text: string) => ({ ar: text, fr: text, en: text });

/** A client of the service that is signed in as the administrator. */
export async function signedInClient(): Promise<Client> {
  const client = createClient({ baseUrl: address(""), cookie: new CookieHolder() });
  await client.call(routes.signIn, { body: administrator() });
  return client;
}

/** A person of a role, made for one test. */
export async function createPerson(client: Client, role: Role): Promise<Credentials> {
  const credentials = { email: `${crypto.randomUUID().slice(0, 8)}@abwab.test`, password: "a long enough password" };
  await client.call(routes.createPerson, { body: { ...credentials, name: "شخص", role } });
  return credentials;
}

/** A day where the tests' editions are held: 0 is today. */
export const dayFromToday = (days: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Africa/Casablanca" }).format(Date.now() + days * 86_400_000);

/**
 * An edition open today, and as many days as asked, with one gate and one pavilion that counts exits; its name says
 * which test it is of.
 */
export async function createEdition(client: Client, name: string, days = 1): Promise<string> {
  const slug = `${name}-${crypto.randomUUID().slice(0, 8)}`;
  const params = { slug };
  await client.call(routes.createEdition, {
    body: {
      slug,
      names: names("أيام التجربة"),
      city: "الجديدة",
      venue: "مركز المعارض",
      timeZone: "Africa/Casablanca",
      days: Array.from({ length: days }, (_, day) => ({
        date: dayFromToday(day),
        opensAt: "00:00",
        closesAt: "00:00",
      })),
      status: "open",
    },
  });
  await client.call(routes.createZone, { params, body: { code: "SITE", kind: "site", names: names("الموقع") } });
  await client.call(routes.createZone, { params, body: { code: "P01", kind: "pavilion", names: names("رواق") } });
  await client.call(routes.createCheckpoint, { params, body: { code: "G1", zone: "SITE", names: names("البوابة") } });
  await client.call(routes.createCheckpoint, { params, body: { code: "P01-A", zone: "P01", names: names("الباب أ") } });
  return slug;
}

/** A device at a checkpoint, paired: `enter` records a crossing of so many people, just now if nothing else is said. */
export async function pairDevice(client: Client, slug: string, checkpoint: string) {
  const { pairingCode } = await client.call(routes.createDevice, {
    params: { slug },
    body: { name: `جهاز ${checkpoint}`, checkpoint },
  });
  const { token } = await client.call(routes.pair, { body: { pairingCode } });
  const device = createClient({ baseUrl: address(""), token: () => token });
  return {
    enter: (headcount: number, at = new Date()) =>
      device.call(routes.recordEntries, {
        body: {
          entries: [{ id: crypto.randomUUID(), direction: "in", headcount, occurredAt: at.toISOString() }],
        },
      }),
  };
}

/** Signs a browser in without its form. */
export async function signInContext(context: BrowserContext, credentials = administrator()): Promise<void> {
  const answer = await context.request.post(address(routes.signIn.path), {
    data: credentials,
    headers: { origin: address("") },
  });
  expect(answer.ok()).toBe(true);
}

/** From the next page on, the console and the kiosk speak this language. */
export const speak = (page: Page, language: string): Promise<unknown> =>
  page.addInitScript((chosen) => localStorage.setItem("abwab.language", chosen), language);
