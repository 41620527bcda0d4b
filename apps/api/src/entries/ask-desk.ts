import { hash } from "node:crypto";
import { Injectable } from "@nestjs/common";
import type { CommitFrame } from "../editions/commit-frame.ts";
import type { EditionConfiguration, ZoneConfiguration } from "../editions/edition-configuration.ts";
import { AdmissionDesk, type AskAnswer, hasHistory, hasLimit } from "./admission-desk.ts";
import { type Batch, setResult } from "./batch.ts";
import type { EditionHold } from "./edition-hold.repository.ts";
import { ADMITTED_OVER_CAPACITY, arrivedBits, ASKED } from "./ledger-bits.ts";
import { StandingCrossingsRepository } from "./standing-crossings.repository.ts";
import { PassHistories } from "./pass-histories.ts";
import { hasExpired, type PreparedEntry } from "./prepare-entry.ts";
import { refusedAs, refusedResult } from "./refusals.ts";
import { type RefusedAsk, RefusedAsksRepository } from "./refused-asks.repository.ts";
import { ZoneRoomRepository } from "./zone-room.repository.ts";

/** Decides asks before the person crosses, and flags what happened; both bring the batch its entries. */
@Injectable()
export class AskDesk {
  constructor(
    private readonly asks: RefusedAsksRepository,
    private readonly crossings: StandingCrossingsRepository,
    private readonly rooms: ZoneRoomRepository,
  ) {}

  /** For a batch without asks: it waits for nobody, since what was known at receipt is all that its flags say. */
  async flag(frame: CommitFrame, edition: EditionConfiguration, batch: Batch): Promise<void> {
    const desk = new AdmissionDesk(edition, await this.historiesOf(frame, edition, batch), new Map());
    for (const crossing of batch.crossings) {
      desk.flagRepeated(crossing.entry);
      desk.note(crossing.entry, true);
      batch.entries.push(crossing);
    }
  }

  /**
   * For a batch with asks. The edition is held until the admitted ones are recorded: of two servers that are asked
   * about one pass in the same instant, the second sees what the first let in.
   */
  async decide(frame: CommitFrame, edition: EditionConfiguration, batch: Batch, hold: EditionHold): Promise<void> {
    const { refused, recorded } = await this.asks.known([...new Set(batch.crossings.map((it) => it.entry.id))], hold);
    const desk = new AdmissionDesk(
      edition,
      await this.historiesOf(frame, edition, batch, hold),
      await this.rooms.of(zonesWithLimit(edition, batch), hold),
    );
    const toKeep: ({ entry: PreparedEntry } & RefusedAsk)[] = [];
    for (const crossing of batch.crossings) {
      const { entry, place } = crossing;
      const isNew = !recorded.has(entry.id);
      const earlier = refused.get(entry.id);
      if (entry.askedAt === undefined) desk.flagRepeated(entry);
      else if (isNew && earlier !== undefined) {
        const isSame = earlier.content === contentOf(edition.id, entry);
        setResult(place, isSame ? notAdmitted(place.id, earlier) : refusedAs(place.id, "id_reused"));
        continue;
      } else if (isNew && hasExpired(entry, place.submission.receipt.receivedAt)) {
        setResult(place, refusedAs(place.id, "expired"));
        continue;
      } else {
        const { verdict, groupArrived } = desk.answer(entry);
        if (isNew && !verdict.admit) {
          const refusal = { reason: verdict.reason, groupArrived, content: contentOf(edition.id, entry) };
          toKeep.push({ entry, ...refusal });
          // A double within the batch is compared with this one.
          refused.set(entry.id, refusal);
          setResult(place, notAdmitted(place.id, refusal));
          continue;
        }
        entry.flags |= bitsOf({ verdict, groupArrived });
      }
      desk.note(entry, isNew);
      recorded.add(entry.id);
      batch.entries.push(crossing);
    }
    if (toKeep.length > 0) await this.asks.keep(edition.id, toKeep, hold);
  }

  /** Which of these ids are asks that were refused: nothing of them is on the ledger. */
  async refusedAmong(editionId: number, ids: readonly string[]): Promise<Set<string>> {
    return ids.length === 0 ? new Set() : this.asks.among(editionId, ids);
  }

  /** Nothing is read for passes that may come as often as they like, nor for entries without one. */
  private async historiesOf(
    frame: CommitFrame,
    edition: EditionConfiguration,
    { crossings }: Batch,
    hold?: EditionHold,
  ): Promise<PassHistories> {
    const inQuestion: PreparedEntry[] = [];
    for (const { entry } of crossings) {
      if (entry.passDigest === null) continue;
      const zone = edition.zonesById.get(entry.zoneId);
      const isAtStake = entry.direction === "in" && zone !== undefined && hasHistory(zone);
      if (isAtStake || isGroupsAsk(entry)) inQuestion.push(entry);
    }
    return new PassHistories(await this.crossings.of(inQuestion, frame, hold));
  }
}

const isGroupsAsk = ({ askedAt, shown }: PreparedEntry): boolean =>
  askedAt !== undefined && shown.state === "valid" && shown.facts.group !== null;

function zonesWithLimit(edition: EditionConfiguration, { crossings }: Batch): number[] {
  const zones = new Set<ZoneConfiguration>();
  for (const { entry } of crossings) {
    const zone = entry.askedAt === undefined ? undefined : edition.zonesById.get(entry.zoneId);
    if (zone !== undefined && hasLimit(zone)) zones.add(zone);
  }
  return [...zones].map(({ id }) => id);
}

/** What of the answer the ledger keeps, for the next delivery (E2). */
function bitsOf({ verdict, groupArrived }: AskAnswer): number {
  return ASKED | (verdict.reason === "over_capacity" ? ADMITTED_OVER_CAPACITY : 0) | arrivedBits(groupArrived);
}

/** What makes two asks the same, as a digest (E5). */
function contentOf(
  editionId: number,
  { direction, headcount, category, passDigest, occurredAt }: PreparedEntry,
): string {
  return hash("sha256", JSON.stringify([editionId, direction, headcount, category, passDigest, occurredAt]));
}

function notAdmitted(
  id: string,
  { reason, groupArrived }: Omit<RefusedAsk, "content">,
): ReturnType<typeof refusedResult> {
  return {
    ...refusedResult(id, {
      refused: "not_admitted",
      message: `Not admitted: ${reason}.`,
      verdict: { admit: false, reason },
    }),
    ...(groupArrived !== undefined && { groupArrived }),
  };
}
