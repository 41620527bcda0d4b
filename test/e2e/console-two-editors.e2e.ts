import { routes } from "@abwab/contract";
import { expect } from "@playwright/test";
import { consoleAddress, createEdition, signedInClient, signInContext, speak } from "./console-session.ts";
import { faultsOf } from "./find-faults.ts";
import { test } from "./tidy-test.ts";

test.use({ locale: "en", viewport: { width: 1440, height: 900 } });

test("a webhook that two administrators change at once: the second sees what the first did, and both stand", async ({
  page,
}) => {
  const client = await signedInClient();
  const slug = await createEdition(client, "two-editors");
  const params = { slug };
  const { webhook } = await client.call(routes.createWebhook, {
    params,
    body: { name: "Pager", url: "https://example.org/hook", events: ["alert.opened", "counts.changed"] },
  });
  await speak(page, "en");
  await signInContext(page.context());
  await page.goto(consoleAddress(`/alerts/${slug}?part=webhooks`));
  await page.getByRole("button", { name: /Pager/ }).click();
  await page.getByRole("menuitem", { name: "Change", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Counts every").fill("30");

  // A colleague is quicker, with another field.
  await client.call(routes.changeWebhook, { params: { slug, id: webhook.id }, body: { name: "Control room" } });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Somebody else changed it while you did")).toBeVisible();
  await expect(dialog.getByRole("row", { name: /Pager.*Control room/ })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  await dialog.getByRole("button", { name: "Go on with both" }).click();
  await expect(dialog.getByLabel("Name")).toHaveValue("Control room");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  const { items } = await client.call(routes.listWebhooks, { params });
  expect(items[0]).toMatchObject({ name: "Control room", countsEverySeconds: 30 });
});
