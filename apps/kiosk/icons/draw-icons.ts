import { readFile } from "node:fs/promises";
import path from "node:path";
import { chromium } from "@playwright/test";

/**
 * Draws the PNG icons of the manifest from the SVG drawings. Run by hand after a drawing has changed:
 * `CHROMIUM=/usr/bin/chromium node apps/kiosk/icons/draw-icons.ts`
 */
const here = import.meta.dirname;
const icons = path.join(here, "../public/icons");
const drawings = [
  { from: path.join(icons, "icon.svg"), to: "icon-192.png", size: 192 },
  { from: path.join(icons, "icon.svg"), to: "icon-512.png", size: 512 },
  { from: path.join(here, "maskable.svg"), to: "maskable-512.png", size: 512 },
  { from: path.join(here, "maskable.svg"), to: "apple-touch-icon.png", size: 180 },
];

const executablePath = process.env["CHROMIUM"];
const browser = await chromium.launch({ args: ["--no-sandbox"], ...(executablePath && { executablePath }) });
try {
  for (const { from, to, size } of drawings) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const svg = await readFile(from, "utf8");
    await page.setContent(`<style>body{margin:0}svg{display:block;inline-size:${size}px}</style>${svg}`);
    await page.screenshot({ path: path.join(icons, to), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
