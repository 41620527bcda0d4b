import { setTimeout as delay } from "node:timers/promises";
import { connectToDatabase, type EmbeddedPostgres, startEmbeddedPostgres } from "@abwab/postgres";
import { BackOff } from "./back-off.ts";

export interface SupervisedDatabase {
  url: string;
  stop(): Promise<void>;
}

/** The database of DATABASE_URL, which is only looked at, or the embedded one, which is kept running. */
export async function superviseDatabase(
  directory: string,
  databaseUrl: string | undefined,
  say: (line: string) => void,
): Promise<SupervisedDatabase> {
  if (databaseUrl) {
    const client = await connectToDatabase(databaseUrl);
    await client.end();
    return { url: databaseUrl, stop: async () => undefined };
  }
  const backOff = new BackOff();
  let stopping = false;
  let server = await startEmbeddedPostgres({ directory });
  let restart: Promise<void> = Promise.resolve();

  const watch = (running: EmbeddedPostgres): void => {
    backOff.started(Date.now());
    running.onExit(() => {
      restart = startAgain(running.port);
    });
  };
  const startAgain = async (port: number): Promise<void> => {
    say("the database ended unexpectedly; starting it again");
    while (!stopping) {
      await delay(backOff.next(Date.now()));
      if (stopping) return;
      try {
        // On the same port: the service goes on with the address it has.
        server = await startEmbeddedPostgres({ directory, port });
        watch(server);
        say("the database runs again");
        return;
      } catch (error) {
        // Workers of the killed server may hold its memory for a moment; anything lasting is repeated here, too.
        say(error instanceof Error ? error.message : String(error));
      }
    }
  };
  watch(server);
  return {
    url: server.url,
    stop: async () => {
      stopping = true;
      await restart;
      await server.stop();
    },
  };
}
