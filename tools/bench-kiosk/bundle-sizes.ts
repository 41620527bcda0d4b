import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { workspaceRoot } from "../start/workspace.ts";

export interface BundleSizes {
  /** Bytes, gzipped: the scripts that the first screen waits for, its style sheets, and what comes after it. */
  readonly firstScripts: number;
  readonly firstStyles: number;
  readonly laterScripts: number;
  readonly decoder: number;
}

const directory = path.join(workspaceRoot, "dist/apps/kiosk");
const sizeOf = (file: string): number => gzipSync(readFileSync(path.join(directory, file)), { level: 9 }).length;
const sum = (files: readonly string[]): number => files.reduce((bytes, file) => bytes + sizeOf(file), 0);

/** Sizes of the built kiosk. `fetched`: the scripts, by their addresses, that a first visit had fetched when its screen stood. */
export function readBundleSizes(fetched: readonly string[]): BundleSizes {
  const files = readdirSync(path.join(directory, "assets")).map((file) => `assets/${file}`);
  const first = files.filter((file) => fetched.some((address) => address.endsWith(file)));
  return {
    firstScripts: sum(first.filter((file) => file.endsWith(".js"))),
    firstStyles: sum(first.filter((file) => file.endsWith(".css"))),
    laterScripts: sum(files.filter((file) => file.endsWith(".js") && !first.includes(file))),
    decoder: sum(files.filter((file) => file.endsWith(".wasm"))),
  };
}
