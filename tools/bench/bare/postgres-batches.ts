import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

/** What to feed PostgreSQL with, straight through `pg`. */
export interface BatchPlan {
  url: string;
  batch: number;
  connections: number;
  warmUpSeconds: number;
  seconds: number;
}

const CALL = "select * from record_entries($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21)";

interface Place {
  edition: number;
  version: string;
  checkpoint: number;
  zone: number;
  device: string;
}

/** The same function with the same arguments as the service calls, a batch after another on each connection. */
async function feed(plan: BatchPlan): Promise<{ entriesPerSecond: number }> {
  const pool = new pg.Pool({ connectionString: plan.url, max: plan.connections, options: "-c synchronous_commit=on" });
  const { rows } = await pool.query<Place>(
    `select device.edition_id as edition, config_version as version, checkpoint_id as checkpoint, zone_id as zone,
            device.id as device
     from device join checkpoint on checkpoint.id = checkpoint_id
       join edition_state on edition_state.edition_id = device.edition_id`,
  );
  let recorded = 0;
  let isOver = false;
  const feeders = Array.from({ length: plan.connections }, async () => {
    const client = await pool.connect();
    while (!isOver) {
      await client.query({ name: "record_entries", text: CALL, values: argumentsOf(plan.batch, rows) });
      recorded += plan.batch;
    }
    client.release();
  });
  await delay(plan.warmUpSeconds * 1000);
  const [from, begun] = [recorded, performance.now()];
  await delay(plan.seconds * 1000);
  const entriesPerSecond = ((recorded - from) * 1000) / (performance.now() - begun);
  isOver = true;
  await Promise.all(feeders);
  await pool.end();
  return { entriesPerSecond };
}

function argumentsOf(batch: number, places: readonly Place[]): unknown[] {
  const now = Date.now();
  const day = new Date(now).toISOString().slice(0, 10);
  const items = Array.from({ length: batch }, (_, index) => places[index % places.length] as Place);
  const column = (value: (place: Place) => unknown): string => `{${items.map(value).join(",")}}`;
  const [{ edition, version }] = places as [Place];
  return [
    edition,
    version,
    now,
    false,
    column(() => crypto.randomUUID()),
    column((place) => place.zone),
    column((place) => place.checkpoint),
    column(() => true),
    column(() => "in"),
    column(() => 1),
    column(() => "public"),
    column(() => now),
    column(() => now),
    column(() => day),
    column(() => 0),
    column(() => 1_000_000),
    column((place) => place.device),
    ...Array.from({ length: 4 }, () => column(() => "NULL")),
  ];
}

process.once("message", (plan: BatchPlan) => {
  feed(plan).then(
    (result) => process.send?.(result, () => process.exit(0)),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
