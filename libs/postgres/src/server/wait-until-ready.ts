import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { PostgresError } from "../postgres-error.ts";
import type { RunningPostmaster } from "./run-postmaster.ts";

// Recovery after a crash in the middle of a busy day replays up to max_wal_size.
const patience = 120_000;

/** Resolves with a connection once the server accepts one; says why when it never will. */
export async function waitUntilReady(postmaster: RunningPostmaster, url: string, cluster: string): Promise<pg.Client> {
  let hasExited = false;
  void postmaster.exited.then(() => (hasExited = true));
  const deadline = Date.now() + patience;
  for (;;) {
    if (hasExited) throw whyItDidNotStart(postmaster.log(), cluster);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    // The end of the server is noticed by its exit; without a listener this event would end our process.
    client.on("error", () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      const code = (error as { code?: string }).code;
      if (code === "28P01" || Date.now() > deadline) {
        postmaster.child.kill("SIGINT");
        await postmaster.exited;
        if (code === "28P01")
          throw new PostgresError(
            "directory_broken",
            `The password beside the database directory ${cluster} does not fit its data.`,
            { cause: error },
          );
        throw whyItDidNotStart(postmaster.log(), cluster);
      }
      await delay(25);
    }
  }
}

function whyItDidNotStart(log: string, cluster: string): PostgresError {
  const reasons = [...log.matchAll(/^.*(?:FATAL|PANIC): +(.+)$/gm)]
    .map((match) => match[1] as string)
    .filter((reason) => !/starting up|not yet accepting/.test(reason));
  const reason = reasons[0] ?? log.trim().split("\n").at(-1) ?? "";
  if (/could not create any TCP\/IP sockets|could not bind/.test(log)) {
    return new PostgresError("port_taken", "The port of the embedded database is taken by another program.");
  }
  if (/shared memory block .* is still in use|lock file .* already exists/.test(log)) {
    return new PostgresError("already_running", `A database server is still running on ${cluster}.`);
  }
  if (/No space left on device/.test(log))
    return new PostgresError("did_not_start", `The database cannot start: the disk of ${cluster} is full.`);
  return new PostgresError(
    "directory_broken",
    `The database directory ${cluster} cannot be used (${reason || "the server ended without a word"}); restore it from a backup or move it away.`,
  );
}
