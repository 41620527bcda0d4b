import { existsSync } from "node:fs";
import path from "node:path";
import { connectToDatabase, openDatabase, PostgresError } from "@abwab/postgres";
import { FatalError } from "../start/fatal-error.ts";
import { dataDirectory } from "../start/workspace.ts";
import { printRecount } from "./print-recount.ts";
import { recount, type Recount } from "./recount.ts";

// npm run verify: exit 0 when every figure equals the recount of the ledger, 1 when one differs, 2 when it can't tell.

/** SQLSTATE of a table, a column and a function that are not there. */
const ofAnotherVersion = ["42P01", "42703", "42883"];

try {
  const result = await verify();
  process.stdout.write(printRecount(result));
  process.exitCode = result.differences.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`abwab: ${sentence(error)}\n`);
  process.exitCode = 2;
}
// The IPC channel to tools/run.mjs would keep the process alive.
process.exit();

async function verify(): Promise<Recount> {
  const directory = dataDirectory();
  if (!process.env["DATABASE_URL"] && !existsSync(path.join(directory, "postgres"))) {
    throw new FatalError(
      `There is nothing to verify yet: ${directory} holds no database. Start Abwab once (npm start), or name one in DATABASE_URL.`,
    );
  }
  const database = await openDatabase(directory);
  try {
    const client = await connectToDatabase(database.url);
    try {
      return await recount(client, showStep());
    } finally {
      await client.end();
    }
  } finally {
    await database.close();
  }
}

/** On a terminal, one line that says what is being recounted. */
function showStep(): (name: string) => void {
  if (!process.stderr.isTTY) return () => undefined;
  process.once("exit", () => process.stderr.write("\r\u001b[K"));
  return (name) => process.stderr.write(`\r\u001b[Krecounting: ${name} …`);
}

function sentence(error: unknown): string {
  if (error instanceof FatalError || error instanceof PostgresError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (ofAnotherVersion.includes((error as { code?: string }).code ?? ""))
    return "This database lacks tables of this version of Abwab; start it once (npm start), which brings them.";
  return `The recount failed: ${error.message}.`;
}
