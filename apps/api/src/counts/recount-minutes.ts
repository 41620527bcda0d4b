import { Injectable } from "@nestjs/common";
import { type AnchorPoint, HistoryRepository } from "./history.repository.ts";

const MOST_KNOWN = 10_000;

/**
 * What was placed after an anchor within its own minute. No tally says that, only the ledger, where it is found the
 * more slowly the more entries a minute has. What was found is kept for as long as no commit has touched the minute.
 */
@Injectable()
export class RecountMinutes {
  private readonly known = new Map<string, { state: string; restOfMinute: number }>();

  constructor(private readonly repository: HistoryRepository) {}

  /** The anchors that `HistoryRepository.anchors` finds, with the rest of the minute of each. */
  async anchors(zoneId: number, from: number, to: number, rehearsal: boolean): Promise<AnchorPoint[]> {
    const anchors = await this.repository.anchors(zoneId, from, to);
    const unknown = anchors.filter(({ id, state }) => state !== null && this.known.get(id)?.state !== state);
    if (unknown.length > 0) await this.read(zoneId, unknown, rehearsal);
    return anchors.map(({ id, at, inside, state }) => ({
      at,
      inside,
      // A minute without a tally has nothing on the ledger: a reset at the cut-off, when nobody comes.
      restOfMinute: state === null ? 0 : (this.known.get(id)?.restOfMinute ?? 0),
    }));
  }

  private async read(zoneId: number, anchors: readonly { id: string }[], rehearsal: boolean): Promise<void> {
    const ids = anchors.map(({ id }) => id);
    const read = await this.repository.restsOfMinutes(zoneId, ids, rehearsal);
    if (this.known.size + read.length > MOST_KNOWN) this.known.clear();
    for (const { id, state, restOfMinute } of read) this.known.set(id, { state, restOfMinute });
  }
}
