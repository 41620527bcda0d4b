import { Injectable } from "@nestjs/common";
import { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { ERASED } from "./erased.ts";

/** Addresses that schedules of reports send to, or have sent to: `schedule_id`, `address`. */
export const RECIPIENTS = Prisma.sql`
  select id as schedule_id, unnest(emails) as address from report_schedule
  union
  select schedule_id, "to" from report_letter join report_sending on report_sending.id = sending_id where via = 'email'`;

/** Whom reports are sent. */
@Injectable()
export class RecipientsRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Nothing more is sent to the address; letters that were sent stay without it. A schedule that nobody is left of is
   * paused.
   *
   * @param key the schedule's id, and what its recipient is called by
   */
  async remove(key: string, address: string): Promise<void> {
    const [schedule = ""] = key.split("/");
    await this.transactions.client.$executeRaw`
      update report_schedule set emails = array_remove(emails, ${address}),
        active = active and (webhooks or array_remove(emails, ${address}) <> '{}')
      where id::text = ${schedule}`;
    await this.transactions.client.$executeRaw`
      update report_letter set "to" = ${ERASED}, answer = '', fault = null,
        state = case state when 'waiting' then 'given_up' else state end
      where via = 'email' and "to" = ${address}
        and sending_id in (select id from report_sending where schedule_id::text = ${schedule})`;
  }
}
