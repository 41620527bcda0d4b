import { CookieHolder, createClient, type Client } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { foldName } from "@abwab/domain";
import { connectToDatabase } from "@abwab/postgres";
import { madeOrganisation } from "./made-organisations.ts";

/** An edition whose registry can be asked. */
export interface Registry {
  search(text: string): Promise<number>;
  duplicates(): Promise<number>;
  rename(to: string): Promise<void>;
}

const names = (text: string) => ({ ar: text, fr: text, en: text });
const AT_ONCE = 5_000;
/** On a machine that does other things beside, the first answer takes its time. */
const LONGEST_MS = 120_000;

/** Fills an edition of its own with `count` organisations, past the service. */
export async function createRegistry(
  { url, databaseUrl }: { url: string; databaseUrl: string },
  credentials: { email: string; password: string },
  count: number,
): Promise<Registry> {
  const client: Client = createClient({ baseUrl: url, cookie: new CookieHolder(), timeoutMs: LONGEST_MS });
  await client.call(routes.signIn, { body: credentials });
  const slug = "bench-organisations";
  const params = { slug };
  await client.call(routes.createEdition, {
    body: {
      slug,
      names: names("قياس"),
      city: "الجديدة",
      venue: "مركز المعارض",
      timeZone: "Africa/Casablanca",
      days: [{ date: "2030-05-17", opensAt: "09:00", closesAt: "21:00" }],
    },
  });
  await fill(databaseUrl, slug, count);
  const { items } = await client.call(routes.listOrganisations, { params, query: { limit: 1 } });
  const first = { ...params, id: items[0]?.id ?? "" };
  return {
    search: async (search) =>
      (await client.call(routes.listOrganisations, { params, query: { search, limit: 20 } })).items.length,
    duplicates: async () => (await client.call(routes.listDuplicates, { params, query: { limit: 50 } })).items.length,
    rename: async (nameFr) => {
      await client.call(routes.changeOrganisation, { params: first, body: { nameFr } });
    },
  };
}

async function fill(databaseUrl: string, slug: string, count: number): Promise<void> {
  const database = await connectToDatabase(databaseUrl);
  try {
    for (let start = 0; start < count; start += AT_ONCE) {
      const rows = Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, index) => {
        const { nameAr, nameFr, ...others } = madeOrganisation(start + index);
        return { ...others, name_ar: nameAr, name_fr: nameFr, folded: foldName(`${nameAr} ${nameFr} ${others.city}`) };
      });
      await database.query(
        `insert into organisation (id, edition_id, type, kind, name_ar, name_fr, city, province, folded)
         select gen_random_uuid(), edition.id, made.type::organisation_type, kind, name_ar, name_fr, made.city, province, folded
         from edition, json_to_recordset($2::json) as made (type text, kind text, name_ar text, name_fr text, city text,
           province text, folded text)
         where slug = $1`,
        [slug, JSON.stringify(rows)],
      );
    }
    await database.query("analyze organisation");
  } finally {
    await database.end();
  }
}
