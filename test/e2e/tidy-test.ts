import { test as untidy } from "@playwright/test";

/** A test that leaves no window open: a kiosk goes on counting and asking as long as it stands, on two cores for all. */
export const test = untidy.extend<{ closeWindows: void }>({
  closeWindows: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
