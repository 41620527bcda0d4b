import { existsSync } from "node:fs";
import { chromium, type LaunchOptions } from "@playwright/test";
import { packagedChromium } from "./browser-package.ts";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

export type Browser = { found: true; name: string; options: LaunchOptions } | { found: false; reasons: string[] };

/**
 * A Chromium that starts here: the one CHROMIUM_PATH names, one of the system's, else the one from npm. What does
 * not start is passed over, with its reason.
 */
export async function findBrowser(): Promise<Browser> {
  const reasons: string[] = [];
  const chosen = process.env["CHROMIUM_PATH"];
  const ways: (() => Promise<LaunchOptions>)[] = (chosen ? [chosen] : installed.filter((file) => existsSync(file))).map(
    (file) => async () => ({ executablePath: file }),
  );
  if (!chosen) ways.push(packagedChromium);
  for (const way of ways) {
    try {
      const options = { ...(await way()), args: browserFlags() };
      await (await chromium.launch(options)).close();
      return { found: true, name: options.executablePath ?? "chromium", options };
    } catch (error) {
      reasons.push(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
    }
  }
  return { found: false, reasons };
}

function browserFlags(): string[] {
  // Chromium's sandbox does not start as root, which is what a container is.
  const isRoot = process.getuid?.() === 0;
  const camera = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"];
  return [...(isRoot ? ["--no-sandbox"] : []), "--disable-dev-shm-usage", ...camera];
}
