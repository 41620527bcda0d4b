import { FatalError } from "../start/fatal-error.ts";
import { dataDirectory } from "../start/workspace.ts";
import { readFolder } from "./folder-option.ts";
import { size } from "./progress.ts";
import { runCommand } from "./run-command.ts";
import { takeBackup } from "./take-backup.ts";

// npm run backup -- --to FOLDER

await runCommand(async (signal) => {
  if (process.env["DATABASE_URL"]) {
    throw new FatalError(
      "DATABASE_URL names a PostgreSQL of your own: back it up with its pg_dump or pg_basebackup (docs/operations.md has the commands).",
    );
  }
  const to = readFolder("to", process.argv.slice(2), "npm run backup -- --to FOLDER");
  const begun = Date.now();
  const { files } = await takeBackup({ directory: dataDirectory(), to, signal });
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  process.stdout.write(
    `abwab: ${to} holds all that was committed until now: ${files.length.toLocaleString("en")} files, ${size(bytes)}, in ${((Date.now() - begun) / 1000).toFixed(1)} s.\n`,
  );
  return 0;
});
