import { once } from "node:events";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { VersionRange } from "./export-query.ts";

/** Rows that are read in one go: a fifth of a second. */
const SLICE_ROWS = 50_000;
/** Longest that an export stands back while entries come in, ms. */
const LONGEST_REST = 2_000;

const delay = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/**
 * Reads the ledger by COPY, in the order of its commits. What is committed never changes (E1), so that slice after
 * slice, each in a transaction of its own, reads the same as one snapshot would, and holds up no vacuum meanwhile.
 */
export class LedgerReader implements AsyncDisposable {
  private readonly client: pg.Client;

  private constructor(client: pg.Client) {
    this.client = client;
  }

  /** @param timeZone in which times are shown, and hours begin */
  static async open(databaseUrl: string, timeZone: string): Promise<LedgerReader> {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: "abwab export", keepAlive: true });
    // A lost connection also fails the query under way, which is where it is handled.
    client.on("error", () => undefined);
    await client.connect();
    const settings: Record<string, string> = {
      timezone: timeZone,
      datestyle: "ISO",
      work_mem: "64MB",
      // One processor is enough; the others count.
      max_parallel_workers_per_gather: "0",
      jit: "off",
      // A process that was killed leaves no query behind.
      client_connection_check_interval: "2s",
    };
    for (const [name, value] of Object.entries(settings)) {
      await client.query("select set_config($1, $2, false)", [name, value]);
    }
    return new LedgerReader(client);
  }

  /** Ranges of versions, in order, each of about so many rows; a commit is never cut. */
  async *slices(editionId: number, last: number): AsyncGenerator<VersionRange> {
    let after = 0;
    while (after < last) {
      const began = performance.now();
      const before = await this.versionNow(editionId);
      const { rows } = await this.client.query<{ count: number; last: string | null }>(
        `select count(*)::int as count, max(version)::text as last from (
           select version from ledger where edition_id = $1 and version > $2 and version <= $3
           order by version limit $4) slice`,
        [editionId, after, last, SLICE_ROWS],
      );
      const found = rows[0];
      const to = found?.count === SLICE_ROWS ? Number(found.last) : last;
      yield { after, to };
      after = to;
      // Counting comes first: while entries come in, half of the time is theirs alone.
      if ((await this.versionNow(editionId)) !== before) {
        await delay(Math.min(performance.now() - began, LONGEST_REST));
      }
    }
  }

  /** What a query answers, a line a row. `csv` as a spreadsheet reads it; `plain` are lines as the query made them. */
  async *copy(query: string, form: { csv: string } | "plain"): AsyncGenerator<Buffer, number> {
    const options =
      form === "plain"
        ? // Signs that stand in no line: so nothing is ever quoted.
          String.raw`format csv, delimiter E'\x02', quote E'\x01'`
        : `format csv, delimiter '${form.csv}'`;
    const stream = this.client.query(copyTo(`copy (${query}) to stdout (${options}, encoding 'UTF8')`));
    for await (const chunk of stream as AsyncIterable<Buffer>) yield chunk;
    if (!stream.closed) await once(stream, "close");
    return stream.rowCount;
  }

  private async versionNow(editionId: number): Promise<number> {
    const { rows } = await this.client.query<{ version: string }>(
      "select version from edition_state where edition_id = $1",
      [editionId],
    );
    return Number(rows[0]?.version ?? 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.end();
  }
}
