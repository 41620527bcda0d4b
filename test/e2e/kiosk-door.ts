import type { Client } from "@abwab/api-client";
import { routes, type newPass, type newZone } from "@abwab/contract";
import { expect, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";
import type { z } from "zod";
import { address, dayFromToday, signedInClient } from "./console-session.ts";

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true } satisfies BrowserContextOptions;

const names = (ar: string, fr: string) => ({ ar, fr, en: fr });

export interface Pavilion {
  readonly client: Client;
  readonly slug: string;
  issue(pass?: Partial<z.input<typeof newPass>>): Promise<{ token: string; code: string }>;
  entered(): Promise<number | undefined>;
  /** Entries and voids as the ledger has them: kind and headcount, in the order of their commits. */
  ledger(): Promise<{ kind: string; headcount: number; category: string | null }[]>;
}

/** An edition open today with one pavilion and two doors to it. */
export async function createPavilion(
  zone: Partial<z.input<typeof newZone>> = {},
  edition: { originSample?: number } = {},
): Promise<Pavilion> {
  const client = await signedInClient();
  const slug = `door-${crypto.randomUUID().slice(0, 8)}`;
  const params = { slug };
  await client.call(routes.createEdition, {
    body: {
      slug,
      names: names("أيام التجربة", "Journées d’essai"),
      city: "الجديدة",
      venue: "مركز المعارض",
      timeZone: "Africa/Casablanca",
      days: [{ date: dayFromToday(0), opensAt: "00:00", closesAt: "00:00" }],
      status: "open",
      ...edition,
    },
  });
  const body = { code: "P01", kind: "pavilion", names: names("رواق الشرطة العلمية", "Police scientifique"), ...zone };
  await client.call(routes.createZone, { params, body: body as z.input<typeof newZone> });
  for (const [code, ar, fr] of [
    ["P01-A", "الباب أ", "Porte A"],
    ["P01-B", "الباب ب", "Porte B"],
  ] as const) {
    await client.call(routes.createCheckpoint, { params, body: { code, zone: "P01", names: names(ar, fr) } });
  }
  return {
    client,
    slug,
    issue: async (pass = {}) => {
      const { pass: issued, token } = await client.call(routes.issuePass, {
        params,
        body: { kind: "visitor", category: "public", ...pass },
      });
      return { token, code: issued.code };
    },
    entered: async () => {
      const { zones } = await client.call(routes.counts, { params });
      return zones.find(({ zone: code }) => code === "P01")?.enteredToday;
    },
    ledger: async () => {
      const { items } = await client.call(routes.listEntries, { params, query: {} });
      return items
        .filter(({ kind }) => kind === "entry" || kind === "void")
        .map(({ kind, headcount, category }) => ({ kind, headcount, category }));
    },
  };
}

/** A kiosk at a door of the pavilion, past its preflight. */
export async function openKiosk(
  browser: Browser,
  { client, slug }: Pavilion,
  {
    checkpoint = "P01-A",
    language = "ar",
    ...options
  }: BrowserContextOptions & { checkpoint?: string; language?: string } = {},
) {
  const body = { name: `لوحة ${checkpoint}`, checkpoint };
  const { device, pairingCode } = await client.call(routes.createDevice, { params: { slug }, body });
  const context = await browser.newContext({ locale: language, ...phone, ...options });
  // An ask has a quarter of a second, which a machine that runs tests may need for itself.
  await context.addInitScript((times) => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (ms) => timeout(ms * times);
  }, 20);
  const page = await context.newPage();
  await page.goto(address(`/kiosk/#pair=${pairingCode}`));
  await page.locator(".preflight-foot .button-strong").click();
  await expect(page.locator(".ways")).toBeVisible();
  await expect(page.locator(".sending")).toHaveAttribute("data-state", "live");
  return { context, page, device };
}

export const verdict = (page: Page) => page.getByTestId("verdict");
/** The verdict on screen, in one look: one that lets in goes by itself. */
export const expectVerdict = (page: Page, tone: string, reason: string): Promise<void> =>
  expect(page.locator(`.verdict[data-tone="${tone}"][data-reason="${reason}"]`)).toBeVisible();

export const expectWaiting = (page: Page, records: number) =>
  expect(page.getByTestId("waiting")).toHaveAttribute("data-count", String(records));

/** What the keys of a US keyboard write where the kiosk is set to Arabic. */
const ARABIC = Object.fromEntries(
  [..."qwertyuiopasdfghjklzxcvnm"].map((key, index) => [key, "ضصثقفغعهخحشسيبلاتنمئءؤرىة"[index] ?? key]),
);

/** A hand-held reader: the keys of a line in one burst and an Enter, whatever has the focus. */
export async function readWith(page: Page, text: string, layout: "us" | "arabic" = "us"): Promise<void> {
  const keys = [...text].map((character) => {
    const lower = character.toLowerCase();
    const isLetter = /[a-z]/.test(lower);
    const place = { ".": "Period", "-": "Minus", _: "Minus", "]": "BracketRight" }[character];
    const code = isLetter ? `Key${lower.toUpperCase()}` : /\d/.test(character) ? `Digit${character}` : (place ?? "");
    const shiftKey = (isLetter && character !== lower) || character === "_";
    return { key: layout === "arabic" ? (ARABIC[lower] ?? character) : character, code, shiftKey };
  });
  await page.evaluate((struck) => {
    const target = document.activeElement ?? document.body;
    const start = performance.now();
    [...struck, { key: "Enter", code: "Enter", shiftKey: false }].forEach((key, index) => {
      const event = new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true });
      // When the key was struck, and not when a busy test machine came to say so.
      Object.defineProperty(event, "timeStamp", { value: start + index * 8 });
      target.dispatchEvent(event);
    });
  }, keys);
}

/** Closes the verdict, or finds that it has gone by itself. */
export async function goOn(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>(".verdict-button-main")?.click());
  await expect(verdict(page)).toHaveCount(0);
}
