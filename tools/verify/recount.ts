import type pg from "pg";
import { counts, type Check, type Difference } from "./check.ts";
import { auditChecks } from "./audit-checks.ts";
import { insideChecks } from "./inside-checks.ts";
import { ledgerChecks } from "./ledger-checks.ts";
import { readLocalDays } from "./local-days.ts";
import { settledChecks } from "./settled-checks.ts";
import { tallyChecks } from "./tally-checks.ts";

export interface EditionRecount {
  readonly edition: string;
  /** Rows of the ledger, whatever their kind. */
  readonly rows: number;
  /** Headcounts in and out of all zones, corrections included. */
  readonly entered: number;
  readonly exited: number;
}

/** Where the chain of the audit trail ends: whoever notes it down can tell later whether its end was cut off. */
export interface AuditHead {
  readonly events: number;
  /** In hex; null where nothing is chained yet. */
  readonly hash: string | null;
}

export interface Recount {
  readonly editions: EditionRecount[];
  readonly auditHead: AuditHead;
  readonly differences: Difference[];
}

const checks: readonly Check[] = [...tallyChecks, ...insideChecks, ...ledgerChecks, ...settledChecks, ...auditChecks];

const overview = `
  select edition.slug as edition, count(ledger.id)::float8 as rows,
         coalesce(sum(ledger.headcount) filter (where direction = 'in' and ${counts}), 0)::float8 as entered,
         coalesce(sum(ledger.headcount) filter (where direction = 'out' and ${counts}), 0)::float8 as exited
  from edition left join ledger on ledger.edition_id = edition.id
  group by edition.slug order by edition.slug`;

const auditHead = `
  select count(seq)::float8 as events, encode((array_agg(hash order by seq desc))[1], 'hex') as hash
  from audit_event where seq is not null`;

/**
 * Recounts the ledger against everything that is derived from it (C1), in one snapshot of the database, so that it
 * is right while entries come in. It changes nothing.
 */
export async function recount(client: pg.Client, onCheck: (name: string) => void = () => undefined): Promise<Recount> {
  await client.query("begin transaction isolation level repeatable read read only");
  try {
    await client.query(`set local work_mem = '128MB'`);
    await client.query(`set local timezone = 'UTC'`);
    onCheck("ledger");
    const { rows: editions } = await client.query<EditionRecount>(overview);
    const { rows: heads } = await client.query<AuditHead>(auditHead);
    const localDays = await readLocalDays(client);
    const differences: Difference[] = [];
    for (const check of checks) {
      onCheck(check.name);
      const { rows } = await client.query<Omit<Difference, "check">>(check.sql, check.usesLocalDays ? localDays : []);
      differences.push(...rows.map((row) => ({ ...row, check: check.name })));
    }
    return { editions, auditHead: heads[0] ?? { events: 0, hash: null }, differences };
  } finally {
    await client.query("rollback");
  }
}
