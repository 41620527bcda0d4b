import "reflect-metadata";
import { setTimeout as delay } from "node:timers/promises";
import { applyMigrations, PostgresError } from "@abwab/postgres";
import { type App, buildApp } from "./build-app.ts";
import { ConfigurationError, readConfiguration } from "./platform/configuration.ts";
import { prepareData } from "./prepare-data.ts";

/** sysexits.h EX_CONFIG: starting again would not help. */
const EXIT_CONFIGURATION = 78;
/** How long a database is waited for that refuses connections: one that fell together with us is back by then. */
const DATABASE_PATIENCE_MS = 5_000;
/** Nothing listens, it ends the connection, it is shutting down, it is starting up. */
const ON_ITS_WAY = new Set(["ECONNREFUSED", "ECONNRESET", "57P01", "57P03"]);

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  await migrate(configuration.DATABASE_URL);
  const app = await buildApp(configuration);
  stopOnSignals(app);
  await prepareData(app, configuration);
  const url = await app.listen();
  process.stdout.write(`listening ${url}\n`);
}

/** Asking again is quicker than being started again. */
async function migrate(databaseUrl: string): Promise<void> {
  const deadline = Date.now() + DATABASE_PATIENCE_MS;
  for (;;) {
    try {
      await applyMigrations(databaseUrl);
      return;
    } catch (error) {
      if (!isOnItsWay(error) || Date.now() > deadline) throw error;
      await delay(50);
    }
  }
}

function isOnItsWay(error: unknown): boolean {
  if (!(error instanceof PostgresError) || error.code !== "unreachable") return false;
  const { code } = (error.cause ?? {}) as { code?: string };
  return code !== undefined && ON_ITS_WAY.has(code);
}

function stopOnSignals(app: App): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

/** A database that fell together with the service is on its way back: whoever supervises us starts us again. */
function isPassing(error: unknown): boolean {
  return error instanceof PostgresError && error.code === "unreachable";
}

/** The sentence for a failure that its operator can mend; undefined for a fault of ours. */
function sentenceOf(error: unknown): string | undefined {
  if (error instanceof ConfigurationError || error instanceof PostgresError) return error.message;
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const port = "port" in error ? String(error.port) : "";
  if (error.code === "EADDRINUSE") return `Port ${port} is taken: stop what uses it, or choose another with PORT=….`;
  if (error.code === "EACCES") return `Port ${port} may not be used: choose one above 1023 with PORT=….`;
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return "This machine has no such address: set HOST to one of its own.";
  return undefined;
}

try {
  await main();
} catch (error) {
  const sentence = sentenceOf(error);
  if (sentence === undefined || isPassing(error)) {
    process.stderr.write(`${sentence ?? (error instanceof Error ? error.stack : String(error))}\n`);
    process.exit(1);
  }
  process.stderr.write(`fatal: ${sentence}\n`);
  process.exit(EXIT_CONFIGURATION);
}
