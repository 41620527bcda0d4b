import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { schemaDrift } from "@abwab/postgres";
import { FatalError } from "../start/fatal-error.ts";
import { endWithSentence } from "../start/run-until-stopped.ts";
import { workspaceRoot } from "../start/workspace.ts";
import { withScratchDatabase } from "./scratch-database.ts";

// npm run db:migration -- --name add-alerts: writes the step from the migrations to prisma/schema.prisma as a new one.
try {
  const { name } = parseArgs({ options: { name: { type: "string" } } }).values;
  if (name === undefined || !/^[a-z0-9]+([-_][a-z0-9]+)*$/.test(name))
    throw new FatalError("Name the migration by what it does: npm run db:migration -- --name add-alerts");
  const prisma = path.join(workspaceRoot, "prisma");
  const sql = await withScratchDatabase((url) => schemaDrift(url, path.join(prisma, "schema.prisma")));
  if (sql === "")
    throw new FatalError("The migrations already lead to prisma/schema.prisma: there is nothing to write.");
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const directory = path.join(prisma, "migrations", `${stamp}_${name.replaceAll("-", "_")}`);
  mkdirSync(directory);
  writeFileSync(path.join(directory, "migration.sql"), sql);
  process.stdout.write(
    `${path.relative(workspaceRoot, directory)}/migration.sql written: read it before you commit it.\n`,
  );
} catch (error) {
  endWithSentence(error);
}
