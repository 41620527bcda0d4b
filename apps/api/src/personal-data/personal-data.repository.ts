import { Injectable } from "@nestjs/common";
import { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";

/** An edition that is over long enough for nobody to be called any more. */
export interface OverdueEdition {
  id: number;
  slug: string;
}

/** What the rows of a list say of persons. */
const PERSONAL_FIELDS = ["contactName", "contactPhone", "contactEmail", "label", "reference"];

/** Where personal data of organisations, journalists and lists lies, and how it goes. */
@Injectable()
export class PersonalDataRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Editions that hold some although, at `now` (ms since the epoch) where they are held, `days` days have passed since
   * their last one.
   */
  async overdue(now: number, days: number): Promise<OverdueEdition[]> {
    return this.transactions.client.$queryRaw<OverdueEdition[]>`
      select edition.id, edition.slug from edition
      join (select edition_id, max(date) as last_day from edition_day group by edition_id) as held
        on held.edition_id = edition.id
      where last_day + ${days}::integer <= (${new Date(now)}::timestamptz at time zone edition.time_zone)::date
        and (exists (select from organisation where edition_id = edition.id and contact is not null)
          or exists (select from report_schedule where edition_id = edition.id and emails <> '{}')
          or exists (select from accreditation where edition_id = edition.id and holder is not null)
          or exists (select from import where edition_id = edition.id and purged_at is null
            and state not in ('reading', 'committing')))
      order by edition.id`;
  }

  /** Returns how many. */
  async purgeContacts(editionId: number): Promise<number> {
    const { count } = await this.transactions.client.organisation.updateMany({
      where: { editionId, contact: { not: Prisma.DbNull } },
      data: { contact: Prisma.DbNull, changedAt: new Date() },
    });
    return count;
  }

  /** Returns how many. */
  async purgeHolders(editionId: number): Promise<number> {
    const { count } = await this.transactions.client.accreditation.updateMany({
      where: { editionId, holder: { not: null } },
      data: { holder: null },
    });
    return count;
  }

  /** Whom reports were sent: nothing is sent of an edition that is over so long. Returns how many schedules had any. */
  async purgeRecipients(editionId: number): Promise<number> {
    const { count } = await this.transactions.client.reportSchedule.updateMany({
      where: { editionId, emails: { isEmpty: false } },
      data: { emails: [], active: false },
    });
    return count;
  }

  /**
   * Files go, and of their rows what says something of persons; what an import did to organisations stays, so that it
   * can still be undone. One that is being read or taken in is left for the next time. Returns how many.
   */
  async purgeImports(editionId: number): Promise<number> {
    const imports = await this.transactions.client.$queryRaw<{ id: string }[]>`
      update import set content = null, found = found - 'sample', purged_at = now()
      where edition_id = ${editionId}::integer and purged_at is null and state not in ('reading', 'committing')
      returning id`;
    await this.purgeRows(imports.map(({ id }) => id));
    return imports.length;
  }

  /** The same of one list, whenever its edition is over. */
  async purgeImport(id: string): Promise<"purged" | "busy" | "nothing"> {
    const [list] = await this.transactions.client.$queryRaw<{ id: string; isBusy: boolean }[]>`
      select id, state in ('reading', 'committing') as "isBusy" from import
      where id::text = ${id} and purged_at is null for update`;
    if (list === undefined) return "nothing";
    if (list.isBusy) return "busy";
    await this.transactions.client.$executeRaw`
      update import set content = null, found = found - 'sample', purged_at = now() where id = ${list.id}::uuid`;
    await this.purgeRows([list.id]);
    return "purged";
  }

  private async purgeRows(imports: readonly string[]): Promise<void> {
    await this.transactions.client.$executeRaw`
      update import_row set values = values - ${PERSONAL_FIELDS}::text[], before = before - ${PERSONAL_FIELDS}::text[],
        cells = '{}', problems = '[]'
      where import_id = any (${imports}::uuid[])`;
  }
}
