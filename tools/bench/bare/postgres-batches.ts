import { hash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { argumentsOf, PLACES, type Place } from "./batch-arguments.ts";

/** What to feed PostgreSQL with, straight through `pg`. */
export interface BatchPlan {
  url: string;
  batch: number;
  connections: number;
  warmUpSeconds: number;
  seconds: number;
  /** Each entry brings one of so many passes; without it none does. */
  passes?: number;
}

const CALL = "select * from record_entries($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21)";

/** The same function with the same arguments as the service calls, a batch after another on each connection. */
async function feed(plan: BatchPlan): Promise<{ entriesPerSecond: number }> {
  const pool = new pg.Pool({ connectionString: plan.url, max: plan.connections, options: "-c synchronous_commit=on" });
  const { rows } = await pool.query<Place>(PLACES);
  const { passes } = plan;
  const newDigest =
    passes === undefined ? undefined : () => hash("sha256", String(Math.floor(Math.random() * passes)), "hex");
  let recorded = 0;
  let isOver = false;
  const feeders = Array.from({ length: plan.connections }, async () => {
    const client = await pool.connect();
    while (!isOver) {
      await client.query({
        name: "record_entries",
        text: CALL,
        values: argumentsOf(plan.batch, rows, uuidV7, newDigest),
      });
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

let counter = 0;

/** Ids that grow with the time, as those of kiosks do. */
function uuidV7(): string {
  counter = (counter + 1) % 0x1000;
  const milliseconds = Date.now().toString(16).padStart(12, "0");
  return `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7${counter.toString(16).padStart(3, "0")}${crypto.randomUUID().slice(18)}`;
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
