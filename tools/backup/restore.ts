import { readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { applyMigrations, connectToDatabase, startEmbeddedPostgres } from "@abwab/postgres";
import { FatalError } from "../start/fatal-error.ts";
import { dataDirectory } from "../start/workspace.ts";
import { printRecount } from "../verify/print-recount.ts";
import { recount, type Recount } from "../verify/recount.ts";
import { readFolder } from "./folder-option.ts";
import { restoreBackup } from "./restore-backup.ts";
import { runCommand } from "./run-command.ts";

// npm run restore -- --from FOLDER: exit 0 when it is there and every figure equals the recount, else 1.

await runCommand(async (signal) => {
  if (process.env["DATABASE_URL"]) {
    throw new FatalError(
      "DATABASE_URL names a PostgreSQL of your own: restore it with its pg_restore, or from its base backup (docs/operations.md has the commands).",
    );
  }
  const from = readFolder("from", process.argv.slice(2), "ABWAB_DATA=EMPTY_FOLDER npm run restore -- --from FOLDER");
  const directory = dataDirectory();
  const { begunAt } = await restoreBackup(from, directory, signal);
  const result = await startAndRecount(directory);
  process.stdout.write(printRecount(result));
  process.stdout.write(`abwab: ${directory} holds the backup of ${begunAt}; npm start runs on it.\n`);
  return result.differences.length === 0 ? 0 : 1;
});

/** The server's first start makes the copy consistent; data that it can't start on is taken away again. */
async function startAndRecount(directory: string): Promise<Recount> {
  let isUsable = false;
  try {
    const server = await startEmbeddedPostgres({ directory });
    try {
      await applyMigrations(server.url);
      isUsable = true;
      const client = await connectToDatabase(server.url);
      try {
        return await recount(client);
      } finally {
        await client.end();
      }
    } finally {
      await server.stop();
    }
  } catch (error) {
    if (!isUsable) for (const name of readdirSync(directory)) rmSync(path.join(directory, name), { recursive: true });
    throw error;
  }
}
