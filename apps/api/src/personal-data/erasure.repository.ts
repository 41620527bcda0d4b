import type { PersonalKind } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { ERASED } from "./erased.ts";
import { RECIPIENTS } from "./recipients.repository.ts";

/** What stands in a place, and what the trail calls it. */
export interface HeldValues {
  /** What to take out of the trail wherever it stands: an e-mail address is nobody else's. */
  unique: string[];
  /** What to take out of the events of this place only: somebody else may have the same name. */
  shared: string[];
  subject: string;
  editionId: number | null;
}

/** Where what is held of a person lies, and how it goes without a count going with it. */
@Injectable()
export class ErasureRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Undefined where there is nothing, or nothing any more. */
  async held(kind: Exclude<PersonalKind, "list">, key: string): Promise<HeldValues | undefined> {
    const [row] = await this.transactions.client.$queryRaw<
      { emails: (string | null)[]; others: (string | null)[]; subject: string; editionId: number | null }[]
    >(PLACES[kind](key));
    if (row === undefined) return undefined;
    const { subject, editionId } = row;
    return { unique: present(row.emails), shared: present(row.others), subject, editionId };
  }

  async removeInvitation(id: string): Promise<void> {
    await this.transactions.client.invitation.deleteMany({ where: { id } });
  }

  /** Entries keep the code, and it opens no kiosk any more. */
  async emptyOperator(key: string): Promise<void> {
    const [editionId = "", code = ""] = key.split("/");
    await this.transactions.client.operator.updateMany({
      where: { editionId: Number(editionId), code },
      data: { name: ERASED, badge: null, pinHash: null, active: false },
    });
  }

  async emptyAccreditation(id: string): Promise<void> {
    await this.transactions.client.accreditation.updateMany({ where: { id }, data: { holder: null } });
  }

  async emptyContact(id: string): Promise<void> {
    const data = { contact: Prisma.DbNull, changedAt: new Date() };
    await this.transactions.client.organisation.updateMany({ where: { id }, data });
  }

  async emptyPass(code: string): Promise<void> {
    await this.transactions.client.pass.updateMany({ where: { code }, data: { label: null, reference: null } });
  }

  /** Who did something stands as a name beside it. @param name what is shown instead */
  async renameAuthor(email: string, shown: string, name: string): Promise<void> {
    for (const column of AUTHORS) {
      const [table = "", field = ""] = column.split(".");
      await this.transactions.client.$executeRaw`
        update ${Prisma.raw(table)} set ${Prisma.raw(field)} = ${name} where ${Prisma.raw(field)} in (${email}, ${shown})`;
    }
    await this.transactions.client.$executeRaw`
      update audit_event set actor_name = ${name}, address = null where actor_name = ${email}`;
  }
}

const AUTHORS = [
  "settled_day.settled_by",
  "site_hold.held_by",
  "site_hold.lifted_by",
  "broadcast.created_by",
  "alert.acknowledged_by",
  "alert.resolved_by",
  "alert_note.by",
  "export.made_by",
  "communique_template.saved_by",
  "invitation.created_by",
  "report_schedule.created_by",
  "report_sending.asked_by",
  "made_report.made_by",
];

const present = (values: readonly (string | null)[]): string[] =>
  values.filter((value) => value !== null).filter((value) => value.trim().length > 1);

const PLACES: Record<Exclude<PersonalKind, "list">, (key: string) => Prisma.Sql> = {
  account: (key) => Prisma.sql`
    select array[email] as emails, array[name] as others, 'person ' || email as subject, null::integer as "editionId"
    from person where id::text = ${key} for update`,
  invitation: (key) => Prisma.sql`
    select array[email] as emails, array[name] as others, 'person ' || email as subject, null::integer as "editionId"
    from invitation where id::text = ${key} for update`,
  operator: (key) => Prisma.sql`
    select array[]::text[] as emails, array[name, badge] as others, 'operator ' || slug || '/' || code as subject,
           edition_id as "editionId"
    from operator join edition on edition.id = edition_id
    where edition_id || '/' || code = ${key} and name <> ${ERASED} for update of operator`,
  accreditation: (key) => Prisma.sql`
    select array[]::text[] as emails, array[holder] as others, 'accreditation ' || slug || '/' || accreditation.id as subject,
           null::integer as "editionId"
    from accreditation join edition on edition.id = edition_id
    where accreditation.id::text = ${key} and holder is not null for update of accreditation`,
  contact: (key) => Prisma.sql`
    select array[contact ->> 'email'] as emails, array[contact ->> 'name', contact ->> 'phone'] as others,
           'organisation ' || slug || '/' || organisation.id as subject, null::integer as "editionId"
    from organisation join edition on edition.id = edition_id
    where organisation.id::text = ${key} and contact is not null for update of organisation`,
  pass: (key) => Prisma.sql`
    select array[]::text[] as emails, array[label, reference] as others, 'pass ' || slug || '/' || code as subject,
           null::integer as "editionId"
    from pass join edition on edition.id = edition_id
    where code = ${key} and (label is not null or reference is not null) for update of pass`,
  recipient: (key) => Prisma.sql`
    select array[address] as emails, array[]::text[] as others, 'report-schedule ' || slug || '/' || schedule.id as subject,
           null::integer as "editionId"
    from (${RECIPIENTS}) sent
    join report_schedule schedule on schedule.id = schedule_id join edition on edition.id = schedule.edition_id
    where schedule.id || '/' || md5(address) = ${key} and address <> ${ERASED} for update of schedule`,
};
