import { createHash, randomBytes, randomUUID } from "node:crypto";
import { connectToDatabase } from "@abwab/postgres";

export interface LentToken {
  readonly token: string;
  giveBack(): Promise<void>;
}

/**
 * An API token for as long as the demo runs. Whoever starts the product owns its database, so no password is asked
 * for: the administrator's was shown once and is stored nowhere.
 */
export async function lendToken(databaseUrl: string): Promise<LentToken> {
  const id = randomUUID();
  const token = `aba_${randomBytes(32).toString("base64url")}`;
  const hash = createHash("sha256").update(token).digest();
  await run(
    databaseUrl,
    `insert into api_token (id, name, role, token_hash, expires_at) values ($1, 'Demo', 'organiser', $2, now() + interval '2 days')`,
    [id, hash],
  );
  return { token, giveBack: () => run(databaseUrl, "delete from api_token where id = $1", [id]) };
}

async function run(databaseUrl: string, statement: string, values: unknown[]): Promise<void> {
  const client = await connectToDatabase(databaseUrl);
  try {
    await client.query(statement, values);
  } finally {
    await client.end();
  }
}
