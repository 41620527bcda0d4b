import { Injectable } from "@nestjs/common";
import { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import type { HeldValues } from "./erasure.repository.ts";
import { withoutValues } from "./without-values.ts";

interface EventRow {
  id: string;
  subject: string;
  before: unknown;
  after: unknown;
}

/** Takes what names a person out of the audit trail; its chain holds by the digest that stays. */
@Injectable()
export class TrailErasureRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Returns the ids of the events that said something of it. */
  async erase({ unique, shared, subject }: HeldValues): Promise<string[]> {
    const { client } = this.transactions;
    const rows = await client.$queryRaw<EventRow[]>`
      select id::text, subject, before, after from audit_event
      where subject = ${subject}
        or exists (select from unnest(${unique}::text[]) as value
                   where position(value in subject || coalesce(before::text, '') || coalesce(after::text, '')) > 0)
      order by id for update`;
    const touched: string[] = [];
    for (const row of rows) {
      const values = row.subject === subject ? [...unique, ...shared] : unique;
      const cleared = withoutValues({ subject: row.subject, before: row.before, after: row.after }, values);
      if (JSON.stringify(cleared) === JSON.stringify({ subject: row.subject, before: row.before, after: row.after }))
        continue;
      await client.$executeRaw`
        update audit_event set values_digest = coalesce(values_digest, audit_values(audit_event)), salt = null,
          subject = ${cleared.subject}, before = ${jsonOf(cleared.before)}::jsonb, after = ${jsonOf(cleared.after)}::jsonb
        where id = ${row.id}::uuid`;
      touched.push(row.id);
    }
    return touched;
  }
}

const jsonOf = (value: unknown): string | Prisma.Sql => (value === null ? Prisma.sql`null` : JSON.stringify(value));
