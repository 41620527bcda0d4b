import { Injectable } from "@nestjs/common";
import type { EditionStatus } from "@abwab/contract";
import { Transactions } from "../platform/transactions.ts";

/** The row that every commit of an edition locks, and what the ledger says of the edition. */
@Injectable()
export class EditionStateRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Raises the edition's configuration version, which locks its state until the end of the transaction: no entry
   * slips in between. Returns the status the edition now has; undefined where it has gone.
   */
  async raise(editionId: number): Promise<EditionStatus | undefined> {
    await this.transactions.client.$executeRaw`select raise_config_version(${editionId}::integer)`;
    const edition = await this.transactions.client.edition.findUnique({
      where: { id: editionId },
      select: { status: true },
    });
    return edition?.status;
  }

  /** The edition's status, which nobody changes before the transaction ends; undefined where it has gone. */
  async holdStatus(editionId: number): Promise<EditionStatus | undefined> {
    const rows = await this.transactions.client.$queryRaw<{ status: EditionStatus }[]>`
      select status::text from edition where id = ${editionId}::integer for share`;
    return rows[0]?.status;
  }

  /** Takes what was rehearsed out of every figure (A4). */
  async leaveRehearsal(editionId: number): Promise<void> {
    await this.transactions.client.$executeRaw`select leave_rehearsal(${editionId}::integer)`;
  }

  /** Whether anything was counted: what the daily reset wrote by itself is nothing. */
  async hasEntries(editionId: number): Promise<boolean> {
    return this.exists(
      this.transactions.client.$queryRaw`
        select exists (
          select from ledger where edition_id = ${editionId}::integer and (kind <> 'anchor' or author_id is not null)
        )`,
    );
  }

  async hasEntriesOf(editionId: number, categories: readonly string[]): Promise<boolean> {
    return this.exists(
      this.transactions.client.$queryRaw`
        select exists (
          select from tally_day join zone on zone.id = tally_day.zone_id
          where zone.edition_id = ${editionId}::integer and category = any (${categories}::text[])
        )`,
    );
  }

  /**
   * Looks whether anything was counted at a zone or checkpoint. The ledger has no index for that, so the long look
   * goes first, without the lock; what it returns is to be called under the lock and looks only at later versions.
   */
  async watch(
    editionId: number,
    place: { zoneId: number } | { checkpointId: number },
  ): Promise<() => Promise<boolean>> {
    const { client } = this.transactions;
    const { version } = await client.editionState.findUniqueOrThrow({
      where: { editionId },
      select: { version: true },
    });
    const had = await this.hasRowsAfter(editionId, 0n, place);
    return async () => had || this.hasRowsAfter(editionId, version, place);
  }

  private async hasRowsAfter(
    editionId: number,
    version: bigint,
    place: { zoneId?: number; checkpointId?: number },
  ): Promise<boolean> {
    return this.exists(
      this.transactions.client.$queryRaw`
        select exists (
          select from ledger
          where edition_id = ${editionId}::integer and version > ${version}::bigint
            and (kind <> 'anchor' or author_id is not null)
            and (zone_id = ${place.zoneId ?? null}::integer or checkpoint_id = ${place.checkpointId ?? null}::integer)
        )`,
    );
  }

  private async exists(query: Promise<unknown>): Promise<boolean> {
    const rows = (await query) as { exists: boolean }[];
    return rows[0]?.exists ?? false;
  }
}
