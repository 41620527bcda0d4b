import { routes } from "@abwab/contract";
import { expect, type Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import {
  consoleAddress,
  createEdition,
  createPerson,
  pairDevice,
  signedInClient,
  signInContext,
  speak,
} from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "ar", viewport: { width: 1440, height: 900 } });
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

const release = (page: Page) => page.locator(".release-text");
const editor = (page: Page) => page.getByRole("textbox", { name: "Modèle" });
const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);

/** The page of a new edition in French, with what came in at its gate. */
async function open(page: Page, people: number): Promise<string> {
  const client = await signedInClient();
  const slug = await createEdition(client, "communique");
  if (people > 0) await (await pairDevice(client, slug, "G1")).enter(people);
  await speak(page, "fr");
  await signInContext(page.context());
  await page.goto(consoleAddress(`/communique/${slug}`));
  await expect(release(page)).toBeVisible();
  return slug;
}

test("a template is edited beside its live figures, kept version by version and reset", async ({ page }) => {
  const slug = await open(page, 640);
  await expect(release(page)).toContainText("640 visites");
  await expect(field(page, "visits.total")).toContainText("Compté");
  await expect(field(page, "visits.total")).toContainText("provisoire");
  await expect(field(page, "broadcast.views")).toContainText("Personne ne l’a encore saisi");

  await editor(page).fill("Titre\n\nVenus : ");
  await field(page, "visits.total").getByRole("button").click();
  await expect(editor(page)).toHaveValue("Titre\n\nVenus : {{visits.total}}");
  await expect(release(page)).toHaveText("TitreVenus : 640 visites");
  await expect(page.getByRole("heading", { name: "pas encore enregistré" })).toBeVisible();
  await page.getByRole("button", { name: "Enregistrer le modèle" }).click();
  await expect(page.getByText("Enregistré.")).toBeVisible();
  await expect(page.getByText(/^Version 1/)).toBeVisible();

  await page.reload();
  await expect(release(page)).toHaveText("TitreVenus : 640 visites");
  await page.getByRole("button", { name: "Revenir au modèle d’origine" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revenir au modèle d’origine" }).click();
  await expect(release(page)).toContainText("a enregistré 640 visites");
  await page.getByRole("button", { name: "Versions" }).click();
  await page.getByRole("button", { name: "Mettre la version 1 dans l’éditeur" }).click();
  await expect(editor(page)).toHaveValue("Titre\n\nVenus : {{visits.total}}");

  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: "Télécharger le PDF" }).click();
  const file = await started;
  expect(file.suggestedFilename()).toMatch(new RegExp(`^${slug}-communique-.*-fr\\.pdf$`));
  expect((await readFile(await file.path())).toString("latin1", 0, 5)).toBe("%PDF-");
});

test("an unknown field is named with its place and keeps the template from being saved", async ({ page }) => {
  await open(page, 0);
  await editor(page).fill("Titre\n\nEn tout {{visit.total}}");
  await expect(page.getByRole("alert").filter({ hasText: "Ligne 3, colonne 9" })).toContainText("visits.total");
  await expect(page.getByRole("button", { name: "Enregistrer le modèle" })).toBeDisabled();
  await page.getByRole("button", { name: "Abandonner les changements" }).click();
  await expect(page.getByRole("button", { name: "Abandonner les changements" })).toHaveCount(0);
});

test("what is missing is listed and marked in the text, in three languages; a draft outlives a look at another", async ({
  page,
}) => {
  await open(page, 0);
  await expect(page.locator(".release-missing")).toContainText("total des visites");
  await expect(release(page).locator("mark").first()).toContainText("[manque");
  await editor(page).fill("Brouillon {{edition.days}}");
  await expect(release(page)).toHaveText("Brouillon 1 jour");
  await page.getByText("en arabe", { exact: false }).first().click();
  await expect(release(page)).toHaveAttribute("dir", "rtl");
  await expect(release(page).locator("mark").first()).toContainText("[ناقص");
  await page.getByText("en anglais", { exact: false }).first().click();
  await expect(release(page).locator("mark").first()).toContainText("[missing");
  await page.getByText("en français", { exact: false }).first().click();
  await expect(editor(page)).toHaveValue("Brouillon {{edition.days}}");
});

test("an organiser reads and takes it away, and changes no template", async ({ page }) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "communique-of-organiser");
  await client.call(routes.saveCommuniqueTemplate, {
    params: { slug },
    body: { locale: "fr", text: "Modèle {{edition.days}}" },
  });
  await speak(page, "fr");
  await signInContext(page.context(), await createPerson(client, "organiser"));
  await page.goto(consoleAddress(`/communique/${slug}`));
  await expect(release(page)).toHaveText("Modèle 1 jour");
  await expect(editor(page)).toHaveAttribute("readonly", "");
  await expect(page.getByRole("button", { name: "Enregistrer le modèle" })).toHaveCount(0);
});

for (const language of ["ar", "fr"]) {
  test(`axe finds nothing on the press release and its faults in ${language}`, async ({ page }) => {
    const client = await signedInClient();
    const slug = await createEdition(client, "communique-axe");
    await speak(page, language);
    await signInContext(page.context());
    await page.goto(consoleAddress(`/communique/${slug}`));
    await expect(release(page)).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.locator(".release-template textarea").first().fill("{{nothing}}");
    await expect(page.locator(".template-faults")).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });
}
