import { defineConfig } from "@playwright/test";
import { findBrowser } from "./libs/testing/src/browser.ts";

// Each worker reads this file again: the browser is looked for once.
const known = process.env["E2E_BROWSER"];
const browser =
  known === undefined ? await findBrowser() : (JSON.parse(known) as Awaited<ReturnType<typeof findBrowser>>);
process.env["E2E_BROWSER"] = JSON.stringify(browser);

export default defineConfig({
  testDir: "test/e2e",
  testMatch: "**/*.e2e.ts",
  outputDir: "test-results",
  globalSetup: "./test/e2e/start-product.ts",
  // One product and two cores: the tests share both.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  forbidOnly: process.env["CI"] !== undefined,
  use: {
    launchOptions: browser.found ? browser.options : {},
    screenshot: "only-on-failure",
    // Recording takes as long as many a test: it is asked for when one is looked into.
    trace: process.env["E2E_TRACE"] === undefined ? "off" : "retain-on-failure",
  },
});
