import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { workspaceRoot } from "../start/workspace.ts";

export interface BundleSizes {
  /** Bytes, gzipped: of the scripts and style sheets that the first screen waits for. */
  readonly firstScripts: number;
  readonly firstStyles: number;
  /** Of the scripts of the counting screen, the first screen's among them. */
  readonly countingScripts: number;
  readonly allScripts: number;
  readonly decoder: number;
}

const directory = path.join(workspaceRoot, "dist/apps/kiosk");
const sizeOf = (file: string): number => gzipSync(readFileSync(path.join(directory, file)), { level: 9 }).length;
const sum = (files: readonly string[]): number => files.reduce((bytes, file) => bytes + sizeOf(file), 0);

/** Sizes of the built kiosk. `counting`: addresses of the files that a first visit has fetched when it can count. */
export function readBundleSizes(counting: readonly string[]): BundleSizes {
  const files = readdirSync(path.join(directory, "assets")).map((file) => `assets/${file}`);
  const scripts = files.filter((file) => file.endsWith(".js"));
  const page = readFileSync(path.join(directory, "index.html"), "utf8");
  // The page names what its first screen waits for; whatever else is fetched comes behind it.
  const isFirst = (file: string) => page.includes(`/kiosk/${file}"`);
  const isFetched = (file: string) => counting.some((address) => address.endsWith(file));
  return {
    firstScripts: sum(scripts.filter(isFirst)),
    firstStyles: sum(files.filter((file) => file.endsWith(".css") && isFirst(file))),
    countingScripts: sum(scripts.filter((file) => isFirst(file) || isFetched(file))),
    allScripts: sum(scripts),
    decoder: sum(files.filter((file) => file.endsWith(".wasm"))),
  };
}
