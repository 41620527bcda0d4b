import { Injectable } from "@nestjs/common";
import type { Batch } from "./batch.ts";
import { setResult } from "./batch.ts";
import { hasExpired, type PreparedEntry } from "./prepare-entry.ts";
import { refusedAs, refusedResult } from "./refusals.ts";
import { RefusedAsksRepository } from "./refused-asks.repository.ts";

/** Decides asks before the person crosses; the admitted ones join the batch's entries. */
@Injectable()
export class AskDesk {
  constructor(private readonly repository: RefusedAsksRepository) {}

  async decide(editionId: number, batch: Batch): Promise<void> {
    if (batch.asks.length === 0) return;
    const { refused, recorded } = await this.repository.known(batch.asks.map(({ entry }) => entry.id));
    const toKeep: { entry: PreparedEntry; reason: string }[] = [];
    for (const { entry, place } of batch.asks) {
      const earlier = refused.get(entry.id);
      if (recorded.has(entry.id)) {
        // Admitted the first time, whatever the zone does now.
        batch.entries.push({ entry: { ...entry, verdict: { admit: true, reason: "ok" } }, place });
      } else if (earlier !== undefined) {
        setResult(place, notAdmitted(place.id, earlier));
      } else if (hasExpired(entry, place.submission.receipt.receivedAt)) {
        setResult(place, refusedAs(place.id, "expired"));
      } else if (entry.verdict?.admit === false) {
        toKeep.push({ entry, reason: entry.verdict.reason });
        setResult(place, notAdmitted(place.id, entry.verdict.reason));
      } else {
        batch.entries.push({ entry, place });
      }
    }
    if (toKeep.length > 0) await this.repository.keep(editionId, toKeep);
  }
}

function notAdmitted(id: string, reason: string): ReturnType<typeof refusedResult> {
  return refusedResult(id, {
    refused: "not_admitted",
    message: `Not admitted: ${reason}.`,
    verdict: { admit: false, reason },
  });
}
