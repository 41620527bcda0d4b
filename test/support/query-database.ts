import { connectToDatabase } from "@abwab/postgres";

/** Looks into the database itself, for what no route shows. */
export async function queryDatabase<Row extends object>(
  { url }: { url: string },
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = await connectToDatabase(url);
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
