import { createCalendar } from "@abwab/domain";
import pg from "pg";
import { TIME_ZONE } from "../machine/park.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAYS = 5;
const HOURS_A_DAY = 10;
const CHUNK = 1_000_000;
/** As many entries as an outbox that drains has in a commit: they share a version. */
const ENTRIES_A_VERSION = 500;

/**
 * Fills the ledger of the bench's edition with an event of five days, ten hours each, a fifth of the crossings at the
 * site and the rest over the pavilions, in three categories, three of five on their way in; the last day's hours go on
 * until an hour from now, so that the pace is alive. Every night has its reset and every day a person's recount, of
 * each zone. The tallies are summed from the ledger, what is inside is left to the product's own `record_anchor`.
 */
export async function fillLedger(url: string, rows: number, say: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Whoever fills a ledger waits for nobody's acknowledgement; what is measured afterwards only reads.
    await client.query("set synchronous_commit = off");
    await client.query("set work_mem = '256MB'");
    await client.query("select setseed(0.25)");
    const moments = momentsOf(Date.now());
    const doors = await prepare(client, moments);
    for (let from = 1; from <= rows; from += CHUNK) {
      const to = Math.min(rows, from + CHUNK - 1);
      await client.query(INSERT, [from, to, rows, moments.length, doors - 1]);
      if (rows > CHUNK) say(`${to.toLocaleString("en-GB")} of ${rows.toLocaleString("en-GB")} entries`);
    }
    await client.query(VERSION, [Math.ceil(rows / ENTRIES_A_VERSION)]);
    await client.query(MINUTES);
    await client.query(DAYS_OF_MINUTES);
    // Autovacuum does this in time.
    await client.query("vacuum (analyze) ledger, tally_minute, tally_day");
    await anchor(client, moments);
    await client.query("vacuum (analyze)");
    await client.query("checkpoint");
  } finally {
    await client.end();
  }
}

interface Moment {
  /** Start of a minute of the event, ms since the epoch. */
  at: number;
  day: string;
}

/** The event's minutes, and the local day of each, by this machine's copy of the time zones. */
function momentsOf(now: number): Moment[] {
  const calendar = createCalendar(TIME_ZONE, "00:00");
  const last = Math.floor((now + HOUR) / MINUTE) * MINUTE;
  return Array.from({ length: DAYS }, (_, index) => last - (DAYS - 1 - index) * 24 * HOUR).flatMap((end) =>
    Array.from({ length: HOURS_A_DAY * 60 }, (_, minute) => {
      const at = end - HOURS_A_DAY * HOUR + minute * MINUTE;
      return { at, day: calendar.dayOf(at) };
    }),
  );
}

/** Answers how many doors there are. */
async function prepare(client: pg.Client, moments: readonly Moment[]): Promise<number> {
  await client.query("create temporary table moment (place int primary key, at bigint, day date)");
  await client.query(
    "insert into moment select place, at, day from unnest($1::int[], $2::bigint[], $3::date[]) as m (place, at, day)",
    [moments.map((_, place) => place), moments.map(({ at }) => at), moments.map(({ day }) => day)],
  );
  const { rowCount } = await client.query(`
    create temporary table door as
    select row_number() over (order by device.id) - 1 as place, zone.kind = 'site' as is_site, zone.id as zone_id,
           checkpoint.id as checkpoint_id, device.id as device_id, zone.edition_id
    from device join checkpoint on checkpoint.id = device.checkpoint_id join zone on zone.id = checkpoint.zone_id`);
  // The site first, then the pavilions.
  await client.query(`
    update door set place = numbered.place
    from (select device_id, row_number() over (order by is_site desc, zone_id) - 1 as place from door) numbered
    where numbered.device_id = door.device_id`);
  await client.query("analyze moment, door");
  return rowCount ?? 0;
}

/** Entries $1 to $2 of $3, over $4 minutes and $5 pavilions, in the order of their time; ids begin with it, as kiosks make them. */
const INSERT = `
  with item as materialized (
    select n, ((n - 1) * $4::bigint / $3::bigint)::int as moment, floor(random() * 60000)::int as ms,
      case when random() < 0.2 then 0 else 1 + floor(random() * $5::int)::int end as door, random() as category,
      case when random() < 0.6 then 'in'::direction else 'out'::direction end as direction,
      case when random() < 0.8 then 1 else 2 + floor(random() * 4)::int end as headcount
    from generate_series($1::bigint, $2::bigint) n)
  insert into ledger (
    id, version, occurred_at, placed_at, received_at, device_id, edition_id, zone_id, checkpoint_id, kind, direction,
    headcount, day, flags, checkpoint_sent, category)
  select (lpad(to_hex(moment.at), 12, '0') || '70008' || lpad(to_hex(n), 15, '0'))::uuid,
    1 + state.version + n / ${ENTRIES_A_VERSION}, from_epoch_ms(moment.at + ms), from_epoch_ms(moment.at + ms),
    from_epoch_ms(moment.at + ms + 150), device_id, door.edition_id, zone_id, checkpoint_id, 'entry', direction,
    headcount, moment.day, 0, true,
    case when category < 0.85 then 'public' when category < 0.95 then 'school' else 'staff' end
  from item join moment on moment.place = item.moment join door on door.place = item.door
    join edition_state state on state.edition_id = door.edition_id
  order by n`;

const VERSION = `
  update edition_state set version = version + 1 + $1::bigint where edition_id = (select edition_id from door limit 1)`;

const MINUTES = `
  insert into tally_minute (zone_id, minute, category, entered, exited)
  select zone_id, date_trunc('minute', placed_at, 'UTC'), category,
    coalesce(sum(headcount) filter (where direction = 'in'), 0),
    coalesce(sum(headcount) filter (where direction = 'out'), 0)
  from ledger group by 1, 2, 3 order by 2, 1, 3`;

const DAYS_OF_MINUTES = `
  insert into tally_day (zone_id, day, category, entered, exited)
  select zone_id, day, category, sum(entered), sum(exited)
  from tally_minute join moment on from_epoch_ms(moment.at) = minute group by 1, 2, 3`;

/** In the midst of each night the reset, in the midst of each day a recount, at a moment within a minute. */
async function anchor(client: pg.Client, moments: readonly Moment[]): Promise<void> {
  const length = HOURS_A_DAY * 60;
  const calendar = createCalendar(TIME_ZONE, "00:00");
  for (let day = 0; day < DAYS; day += 1) {
    const [first, middle] = [moments[day * length], moments[(day + 0.5) * length]] as [Moment, Moment];
    const night = first.at - ((24 - HOURS_A_DAY) / 2) * HOUR;
    for (const [at, inside, date] of [
      [night, 0, calendar.dayOf(night)],
      [middle.at + 23_456, 500, middle.day],
    ] as const) {
      await client.query(
        `select count(record_anchor(state.edition_id, config_version, $1, false, gen_random_uuid(), zone_id, $2, $1, $3,
           null, 'bench'))
         from door join edition_state state on state.edition_id = door.edition_id`,
        [at, inside, date],
      );
    }
  }
}
