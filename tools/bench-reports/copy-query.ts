import { setTimeout as delay } from "node:timers/promises";
import { connectToDatabase } from "@abwab/postgres";

/**
 * The query by which the product copies the ledger, over all its commits, as PostgreSQL shows it while an export runs:
 * so that what is compared is the same by itself.
 */
export async function copyQueryOf(databaseUrl: string, run: () => Promise<unknown>): Promise<string> {
  const client = await connectToDatabase(databaseUrl);
  try {
    const running = run();
    let isOver = false;
    const over = running.finally(() => (isOver = true));
    let found: string | undefined;
    while (found === undefined && !isOver) {
      const { rows } = await client.query<{ query: string }>(
        "select query from pg_stat_activity where application_name = 'abwab export' and query like 'copy (%'",
      );
      found = rows[0]?.query;
      await delay(10);
    }
    await over;
    const query = found === undefined ? undefined : /^copy \((.*)\) to stdout/s.exec(found)?.[1];
    if (query === undefined) throw new Error("The export was over before its query was seen.");
    return query.replace(/version > \d+ and version <= \d+/, "version > 0");
  } finally {
    await client.end();
  }
}
