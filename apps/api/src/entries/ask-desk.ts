import type { Verdict } from "@abwab/contract";
import { hash } from "node:crypto";
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
    const toKeep: { entry: PreparedEntry; reason: Verdict["reason"]; content: string }[] = [];
    for (const { entry, place } of batch.asks) {
      const earlier = refused.get(entry.id);
      if (recorded.has(entry.id)) {
        batch.entries.push({ entry, place });
      } else if (earlier !== undefined) {
        const isSame = earlier.content === contentOf(editionId, entry);
        setResult(place, isSame ? notAdmitted(place.id, earlier.reason) : refusedAs(place.id, "id_reused"));
      } else if (hasExpired(entry, place.submission.receipt.receivedAt)) {
        setResult(place, refusedAs(place.id, "expired"));
      } else if (entry.verdict?.admit === false) {
        const refusal = { reason: entry.verdict.reason, content: contentOf(editionId, entry) };
        toKeep.push({ entry, ...refusal });
        // A double within the batch is compared with this one.
        refused.set(entry.id, refusal);
        setResult(place, notAdmitted(place.id, refusal.reason));
      } else {
        batch.entries.push({ entry, place });
      }
    }
    if (toKeep.length > 0) await this.repository.keep(editionId, toKeep);
  }
}

/** What makes two asks the same, as a digest (E5). */
function contentOf(
  editionId: number,
  { direction, headcount, category, passDigest, occurredAt }: PreparedEntry,
): string {
  return hash("sha256", JSON.stringify([editionId, direction, headcount, category, passDigest, occurredAt]));
}

function notAdmitted(id: string, reason: Verdict["reason"]): ReturnType<typeof refusedResult> {
  return refusedResult(id, {
    refused: "not_admitted",
    message: `Not admitted: ${reason}.`,
    verdict: { admit: false, reason },
  });
}
