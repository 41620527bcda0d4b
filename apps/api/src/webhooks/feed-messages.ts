import { WEBHOOK_BATCH } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { createHash } from "node:crypto";
import { z } from "zod";
import { CountsService } from "../counts/counts.service.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { type LedgerPlace, LedgerListingRepository, writeCursor } from "../entries/ledger-listing.repository.ts";
import { messageBody } from "./webhook-message.ts";
import type { FeedTurn } from "./webhook-feeds.repository.ts";

export interface FeedMessage {
  body: string;
  /** The last row in it. */
  batch: LedgerPlace | null;
  figures?: string;
}

/** What an endpoint is told next of what it follows: what the API answers to an organiser who asks. */
@Injectable()
export class FeedMessages {
  constructor(
    private readonly ledger: LedgerListingRepository,
    private readonly counts: CountsService,
  ) {}

  /** Undefined where there is nothing new. */
  next(edition: EditionConfiguration, turn: FeedTurn): Promise<FeedMessage | undefined> {
    return turn.event === "entries.recorded" ? this.entries(edition, turn) : this.figures(edition, turn);
  }

  private async entries(edition: EditionConfiguration, turn: FeedTurn): Promise<FeedMessage | undefined> {
    const query = { cursor: writeCursor(turn.arrived), limit: WEBHOOK_BATCH };
    const { items: entries } = await this.ledger.page(edition, query);
    const [first, last] = [entries[0], entries.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const batch = { version: last.version, id: last.id };
    const data = {
      edition: edition.slug,
      sequence: turn.sequence + 1,
      firstVersion: first.version,
      lastVersion: last.version,
      rows: entries.length,
      cursor: writeCursor(batch),
      entries,
    };
    return { body: messageBody(turn.event, data), batch };
  }

  private async figures(edition: EditionConfiguration, turn: FeedTurn): Promise<FeedMessage | undefined> {
    const snapshot = await this.counts.sharedSnapshot(edition);
    const { day, totals, zones } = snapshot;
    const figures = createHash("sha256").update(JSON.stringify({ day, totals, zones })).digest("base64url");
    if (figures === turn.figures) return undefined;
    const data = { ...snapshot, sequence: turn.sequence + 1 };
    return { body: messageBody(turn.event, data), batch: null, figures };
  }
}

/** What the log keeps of a message that was sent: the ledger and the counts have the rest. */
export function keptOf(body: string): string {
  const { data, ...frame } = sentFrame.parse(JSON.parse(body));
  const { entries: _entries, zones: _zones, ...kept } = data;
  return JSON.stringify({ ...frame, data: kept });
}

/** Whether there may be more of the ledger at once. */
export const isFullBatch = (body: string): boolean => sentFrame.parse(JSON.parse(body)).data["rows"] === WEBHOOK_BATCH;

const sentFrame = z.looseObject({ data: z.record(z.string(), z.unknown()) });
