import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import type { LaunchOptions } from "@playwright/test";

/**
 * The Chromium inside the npm package @sparticuz/chromium, unpacked once for each version, with the system libraries
 * that it brings, which it alone gets to see. Not with the package's own flags: they switch web security off.
 */
export async function packagedChromium(): Promise<LaunchOptions> {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("@sparticuz/chromium runs on Linux x64 only");
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const home = path.resolve(path.dirname(entry), "..");
  const { version } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")) as { version: string };
  const place = path.join(tmpdir(), `abwab-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(place)) await unpack(path.join(home, "bin"), place);
  const libraries = path.join(place, "al2023", "lib");
  return {
    executablePath: path.join(place, "chromium"),
    env: { ...(process.env as Record<string, string>), LD_LIBRARY_PATH: libraries },
  };
}

/** Beside its place first: two runs at once, or one cut short, leave no half-unpacked browser. */
async function unpack(archives: string, place: string): Promise<void> {
  const { inflate } = await import("@sparticuz/chromium");
  mkdirSync(path.dirname(place), { recursive: true });
  const workshop = mkdtempSync(`${place}-`);
  const usual = process.env["TMPDIR"];
  try {
    // The package unpacks into the directory for temporary files, whatever that is.
    process.env["TMPDIR"] = workshop;
    for (const archive of ["chromium.br", "al2023.tar.br", "swiftshader.tar.br"])
      await inflate(path.join(archives, archive));
    if (!existsSync(place)) renameSync(workshop, place);
  } finally {
    if (usual === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = usual;
    rmSync(workshop, { recursive: true, force: true });
  }
}
