import type { EntryItem } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { type Batch, entryResult, setResult, voidResult } from "./batch.ts";
import { PASS_DROPPED } from "./ledger-bits.ts";
import { type RecordedItem, RecordedItemsRepository } from "./recorded-items.repository.ts";
import { ShownPasses } from "./shown-passes.ts";

/**
 * What was recorded once is answered as a duplicate for ever (E2), also where it would be refused by now: the edition
 * was archived, the device bound elsewhere, the door narrowed to one direction.
 */
@Injectable()
export class RecordedBefore {
  constructor(
    private readonly repository: RecordedItemsRepository,
    private readonly passes: ShownPasses,
  ) {}

  async answer(editionId: number, { refused }: Batch): Promise<void> {
    if (refused.length === 0) return;
    const recorded = await this.repository.byIds(refused.map(({ item }) => item.id));
    for (const { item, place } of refused) {
      const row = recorded.get(item.id.toLowerCase());
      if (row === undefined) continue;
      const isSame = row.editionId === editionId && isSameCrossing(item, row) && (await this.hasSamePass(item, row));
      const outcome = isSame ? "duplicate" : "id_reused";
      setResult(place, "voids" in item ? voidResult(place.id, outcome) : entryResult(place.id, outcome, row.flags));
    }
  }

  private async hasSamePass(item: EntryItem, { passDigest, flags, editionId }: RecordedItem): Promise<boolean> {
    if ("voids" in item || (flags & PASS_DROPPED) !== 0) return true;
    if (item.pass === undefined || passDigest === null) return item.pass === undefined && passDigest === null;
    return (await this.passes.digestOf(editionId, item.pass)) === passDigest;
  }
}

/** E5: equal in all that is compared but the pass; a checkpoint only when it was sent both times. */
function isSameCrossing(item: EntryItem, row: RecordedItem): boolean {
  if (Date.parse(item.occurredAt) !== row.occurredAt) return false;
  if ("voids" in item) return row.kind === "void" && row.voids === item.voids.toLowerCase();
  const sentBoth = item.checkpoint !== undefined && row.checkpointSent;
  return (
    row.kind === "entry" &&
    (!sentBoth || item.checkpoint === row.checkpoint) &&
    row.direction === item.direction &&
    row.headcount === item.headcount &&
    row.category === item.category
  );
}
