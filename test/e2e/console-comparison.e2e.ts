import { routes } from "@abwab/contract";
import { expect } from "@playwright/test";
import { consoleAddress, createEdition, pairDevice, signedInClient, signInContext, speak } from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "fr", viewport: { width: 1440, height: 900 } });

test("editions stand side by side with their origins, and what is not comparable is said", async ({ page }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "compared");
  await (await pairDevice(client, slug, "G1")).enter(450);
  const other = await createEdition(client, "compared-with");
  const published = [{ metric: "visits", value: 900, qualifier: "about" as const, source: "une agence" }];
  await client.call(routes.changeEdition, {
    params: { slug: other },
    body: { published, names: { ar: "الأخرى", fr: `Autre ${other}`, en: "Other" } },
  });
  await speak(page, "fr");
  await signInContext(page.context());
  await page.goto(consoleAddress(`/reports/${slug}`));
  await page.getByRole("link", { name: "Éditions et jours comparés" }).click();
  for (const box of await page.getByRole("checkbox", { checked: true }).all()) await box.uncheck();
  await page.getByRole("checkbox", { name: `Autre ${other}` }).check();
  const visits = page.locator('[data-figure="visits.total"] td');
  await expect(visits).toHaveText([/450.*Compté.*provisoire/, /environ .900.*Publié/]);
  await expect(page.locator(".comparison-remarks")).toContainText(/d’une autre origine pour.*Autre/);
  await expect(page.getByRole("region", { name: "Jours" })).toContainText("Heure de pointe");
  expect(await faultsOf(page)).toEqual([]);
});
