import { type CommuniqueTemplate, type DocumentLocale, documentLocale, entryFlags } from "@abwab/contract";
import { toBits } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { orAlreadyExists } from "../platform/unique-violation.ts";

const REHEARSAL = toBits(entryFlags, ["rehearsal"]);
const MOST_VERSIONS = 100;

/** Null where it is the one that comes with Abwab. */
export type KeptTemplate = Omit<CommuniqueTemplate, "text" | "isDefault"> & { text: string | null };

/** The templates, and what only a press release tells of an edition. */
@Injectable()
export class CommuniqueRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The latest first. */
  async templates(editionId: number, locale: DocumentLocale, limit = MOST_VERSIONS): Promise<KeptTemplate[]> {
    const rows = await this.transactions.client.communiqueTemplate.findMany({
      where: { editionId, locale },
      orderBy: { version: "desc" },
      take: limit,
    });
    return rows.map(toKept);
  }

  /** Throws `already_exists` where two save at once. */
  async add(editionId: number, locale: DocumentLocale, text: string | null, savedBy: string): Promise<KeptTemplate> {
    const [latest] = await this.templates(editionId, locale, 1);
    const version = (latest?.version ?? 0) + 1;
    return toKept(
      await orAlreadyExists(
        this.transactions.client.communiqueTemplate.create({ data: { editionId, locale, version, text, savedBy } }),
        "Somebody saved it at the same moment. Look at their version, and save yours again.",
      ),
    );
  }

  async mediaActivities(editionId: number): Promise<number> {
    return this.transactions.client.mediaActivity.count({ where: { editionId } });
  }

  /** Those on the programme. */
  async seminars(editionId: number): Promise<number> {
    return this.transactions.client.programmeItem.count({ where: { editionId, kind: "seminar" } });
  }

  /** Codes of the provinces from which organisations came, those with the most first. */
  async provincesArrived(editionId: number): Promise<string[]> {
    const rows = await this.transactions.client.$queryRaw<{ province: string }[]>`
      select province from organisation
      where edition_id = ${editionId}::integer and province is not null and exists (
        select from pass join ledger on pass_digest = pass.digest and ledger.edition_id = pass.edition_id
        where pass.organisation_id = organisation.id and ledger.kind = 'entry' and direction = 'in'
          and flags & ${REHEARSAL}::integer = 0
          and not exists (select from voided_entry where entry_id = ledger.id))
      group by province order by count(*) desc, province`;
    return rows.map(({ province }) => province);
  }
}

function toKept({ locale, version, text, savedAt, savedBy }: Prisma.CommuniqueTemplateModel): KeptTemplate {
  return { locale: documentLocale.parse(locale), version, text, savedAt: savedAt.toISOString(), savedBy };
}
