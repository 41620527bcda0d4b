import { queryDatabase } from "../../support/query-database.ts";

/** Replaces part of a function's body in one database; throws where that part is not there any more. */
export async function alterFunction(url: string, name: string, part: string | RegExp, by: string): Promise<void> {
  const text = "select pg_get_functiondef(oid) as source from pg_proc where proname = $1";
  const [found] = await queryDatabase<{ source: string }>({ url }, text, [name]);
  const altered = found?.source.replace(part, by);
  if (altered === undefined || altered === found?.source) throw new Error(`${name} has no ${String(part)}`);
  await queryDatabase({ url }, altered);
}
