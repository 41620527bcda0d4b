import pg from "pg";
import { PostgresError } from "./postgres-error.ts";

const oldestVersion = 15;

/** Connects, or says in one sentence why the database cannot be used; the sentence never holds the password. */
export async function connectToDatabase(connectionString: string): Promise<pg.Client> {
  const client = clientFor(connectionString);
  try {
    await client.connect();
  } catch (cause) {
    throw new PostgresError("unreachable", `The database ${place(client)} cannot be reached: ${explain(cause)}.`, {
      cause,
    });
  }
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
  const major = Math.floor(Number(rows[0]?.version) / 10_000);
  if (major >= oldestVersion) return client;
  await client.end();
  throw new PostgresError(
    "unreachable",
    `The database ${place(client)} is PostgreSQL ${major}; Abwab needs ${oldestVersion} or later.`,
  );
}

function clientFor(connectionString: string): pg.Client {
  try {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
    // A lost connection also fails the query under way, which is where it is handled.
    client.on("error", () => undefined);
    return client;
  } catch (cause) {
    throw new PostgresError(
      "unreachable",
      "DATABASE_URL is not a connection string such as postgresql://user:password@host:5432/abwab.",
      { cause },
    );
  }
}

function place(client: pg.Client): string {
  return `"${client.database ?? ""}" on ${client.host}:${client.port}`;
}

function explain(error: unknown): string {
  const { code, message, errors } = error as { code?: string; message?: string; errors?: { code?: string }[] };
  switch (code ?? errors?.[0]?.code) {
    case "ECONNREFUSED":
      return "nothing listens there";
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "the host name is unknown";
    case "28P01":
    case "28000":
      return "the user or the password is refused";
    case "3D000":
      return "that database does not exist on the server";
    case undefined:
      return /timeout/i.test(message ?? "") ? "it does not answer within 10 seconds" : (message ?? "no reason given");
    default:
      return message || String(code);
  }
}
