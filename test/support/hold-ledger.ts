import { connectToDatabase } from "@abwab/postgres";

/** While it is held, nobody reads the ledger: `await using _ = await holdLedger(database)`. */
export async function holdLedger(database: { url: string }): Promise<AsyncDisposable> {
  const client = await connectToDatabase(database.url);
  await client.query("begin; lock table ledger in access exclusive mode");
  return { [Symbol.asyncDispose]: () => client.end() };
}
