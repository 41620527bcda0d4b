import { routes } from "@abwab/contract";
import { queryDatabase } from "../support/query-database.ts";
import { startTestApi } from "../support/test-api.ts";
import { createEdition, today } from "../support/test-edition.ts";
import { putOrganisations } from "../support/test-organisations.ts";

test("measure", async () => {
  await using api = await startTestApi();
  const administrator = await api.as("administrator");
  const edition = await createEdition(administrator, api.url);
  const params = { slug: edition.slug };
  await putOrganisations(
    api.database,
    edition.slug,
    Array.from({ length: 2000 }, (_, i) => ({
      name: `school ${String(i).padStart(5, "0")}`,
      kind: "public",
      pupils: 20 + (i % 60),
      adults: 3,
    })),
  );
  const body = { zone: "SITE", days: [today()], from: "00:00", to: "00:00", minutes: 30, capacity: 4000 };
  await administrator.call(routes.createSlots, { params, body });
  const time = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const t = performance.now();
    const c = process.cpuUsage();
    const r = await work();
    const d = process.cpuUsage(c);
    process.stdout.write(
      `${name}: ${Math.round(performance.now() - t)} ms, cpu ${Math.round(d.user / 1000)} + ${Math.round(d.system / 1000)}\n`,
    );
    return r;
  };
  const d = { zone: "SITE", days: [today()] };
  await time("dry run", () => administrator.call(routes.distributeVisits, { params, body: { ...d } }));
  const done = await time("distribute", () =>
    administrator.call(routes.distributeVisits, { params, body: { ...d, dryRun: false } }),
  );
  process.stdout.write(JSON.stringify({ placed: done.placed, left: done.left.length }) + "\n");
  // a million ways in of other passes, and ten entries for each visit
  await queryDatabase(
    api.database,
    `insert into ledger (id, version, occurred_at, placed_at, received_at, edition_id, zone_id, kind, direction, headcount, day, flags, checkpoint_sent, category, pass_digest)
   select gen_random_uuid(), 1, now(), now(), now(), e.id, z.id, 'entry', 'in', 3, current_date, 0, false, case when n % 2 = 0 then 'pupils' else 'public' end, p.digest
   from edition e join zone z on z.edition_id = e.id join pass p on p.edition_id = e.id, generate_series(1, 10) n where e.slug = $1`,
    [edition.slug],
  );
  await queryDatabase(
    api.database,
    `insert into ledger (id, version, occurred_at, placed_at, received_at, edition_id, zone_id, kind, direction, headcount, day, flags, checkpoint_sent, category, pass_digest)
   select gen_random_uuid(), 1, now(), now(), now(), e.id, z.id, 'entry', 'in', 1, current_date, 0, false, 'public', sha256(n::text::bytea)
   from edition e join zone z on z.edition_id = e.id and z.code = 'SITE', generate_series(1, 400000) n where e.slug = $1`,
    [edition.slug],
  );
  await queryDatabase(api.database, "analyze");
  const explain = async (name: string, text: string, values: unknown[]) => {
    const rows = await queryDatabase<{ "QUERY PLAN": string }>(
      api.database,
      "explain (analyze, buffers) " + text,
      values,
    );
    process.stdout.write(name + "\n" + rows.map((r) => r["QUERY PLAN"]).join("\n") + "\n");
  };
  const [{ id }] = (await queryDatabase<{ id: number }>(api.database, "select id from edition where slug = $1", [
    edition.slug,
  ])) as [{ id: number }];
  const ids = (
    await queryDatabase<{ id: string }>(
      api.database,
      "select id from visit where edition_id = $1 order by id limit 100",
      [id],
    )
  ).map((r) => r.id);
  await explain(
    "list",
    `select visit.id, visit.pupils, coalesce(slot.starts_at, visit.created_at) as at,
    json_build_object('id', organisation.id, 'type', organisation.type) as organisation,
    case when slot.id is null then null else json_build_object('id', slot.id, 'booked',
      (select coalesce(sum(other.pupils + other.adults), 0) from visit as other
       where other.slot_id = slot.id and other.cancelled_at is null)) end as slot
  from visit join organisation on organisation.id = organisation_id
    left join slot on slot.id = slot_id left join zone on zone.id = slot.zone_id where visit.edition_id = $1 order by at, visit.id limit 100`,
    [id],
  );
  await explain(
    "arrivals",
    `with recursive chain as (
        select visit.id, pass.*, case when zone_id is null then '{1}'::integer[] else array[zone_id] end as places
        from visit join pass on pass.code = first_pass left join slot on slot.id = slot_id
        where visit.id = any ($2::uuid[])
        union all
        select chain.id, pass.*, places from chain join pass on pass.code = chain.replaced_by
      ), arrived as (
        select chain.id,
          coalesce(sum(headcount) filter (where ledger.category = 'pupils'), 0)::integer as pupils,
          coalesce(sum(headcount) filter (where ledger.category <> 'pupils'), 0)::integer as adults,
          min(placed_at) as "firstAt", max(placed_at) as "lastAt"
        from chain join ledger on pass_digest = chain.digest and zone_id = any (places)
        where ledger.edition_id = $1::integer and ledger.kind = 'entry' and direction = 'in'
          and (false or flags & 64 = 0)
          and not exists (select from voided_entry where entry_id = ledger.id)
        group by chain.id
      )
      select chain.id, code as "passCode", chain.revoked_at is null and pass_key.revoked_at is null as "isGood",
        coalesce(arrived.pupils, 0) as pupils, coalesce(arrived.adults, 0) as adults, "firstAt", "lastAt"
      from chain join pass_key on pass_key.key_id = chain.key_id left join arrived on arrived.id = chain.id
      where replaced_by is null`,
    [id, ids],
  );
}, 200_000);
