import { hash } from "node:crypto";
import pg from "pg";
import { passCode, passToken } from "../load/pass-token.ts";
import { EDITION } from "./park.ts";

/** More than a server keeps in its memory: most of what is shown has to be looked up. */
export const PASSES = 200_000;

/** Issues the passes that a load shows, all of one sort, straight into the database. */
export async function issuePasses(url: string): Promise<void> {
  const numbers = Array.from({ length: PASSES }, (_, number) => number);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `insert into pass (code, edition_id, key_id, kind, category, digest, issued_at)
       select code, edition.id, (select min(key_id) from pass_key where edition_id = edition.id), 'visitor', 'public',
         decode(digest, 'hex'), now()
       from edition, unnest($2::text[], $3::text[]) as pass (code, digest) where slug = $1`,
      [EDITION, numbers.map(passCode), numbers.map((number) => hash("sha256", passToken(number), "hex"))],
    );
    await client.query("vacuum (analyze) pass");
  } finally {
    await client.end();
  }
}
