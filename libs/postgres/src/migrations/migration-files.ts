import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export interface Migration {
  /** The name of its folder, which begins with the time it was made. */
  name: string;
  sql: string;
  /** SHA-256 of the file, as Prisma keeps it in `_prisma_migrations`. */
  checksum: string;
}

/** `prisma/migrations`, found upwards from here: the same from the sources and from the bundled service. */
export function migrationsDirectory(): string {
  for (let directory = import.meta.dirname; ; directory = path.dirname(directory)) {
    const candidate = path.join(directory, "prisma", "migrations");
    if (existsSync(candidate)) return candidate;
    if (path.dirname(directory) === directory)
      throw new Error(`There is no prisma/migrations above ${import.meta.dirname}`);
  }
}

/** In the order in which they are applied. */
export function readMigrations(directory: string): Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
    .map((name) => {
      const sql = readFileSync(path.join(directory, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}
