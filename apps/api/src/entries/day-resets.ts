import { resetsDue } from "@abwab/domain";
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from "@nestjs/common";
import { v5 as derivedId } from "uuid";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { CorrectionsRepository } from "./corrections.repository.ts";
import { withFreshConfiguration } from "../editions/commit-frame.ts";

const CHECK_EVERY_MS = 5_000;
/** Namespace of the ids of resets; fixed for ever, so that every server derives the same (RFC 9562, version 5). */
const RESETS = "5f0a4b53-2f8e-4d7e-9a53-0f6f2b9f4c1d";

interface Reset {
  id: string;
  zoneId: number;
  day: string;
  at: number;
}

/**
 * At the day's cut-off everyone has gone home: an anchor of nobody inside, once for each zone and day, with an id that
 * every server derives alike (C2). What was missed while no server ran is made up for at the next start.
 */
@Injectable()
export class DayResets implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private readonly done = new Set<string>();
  private readonly log = new Logger("entries");
  private failing = false;

  constructor(
    private readonly directory: EditionDirectory,
    private readonly corrections: CorrectionsRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(() => this.resetQuietly());
    }, CHECK_EVERY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Records every reset that is due and not on the ledger. */
  async reset(now: number): Promise<void> {
    for (const editionId of await this.corrections.editionIds()) {
      const edition = await this.directory.byId(editionId);
      if (edition !== undefined) await this.resetEdition(edition, now);
    }
  }

  private async resetEdition(edition: EditionConfiguration, now: number): Promise<void> {
    const due = resetsOf(edition, now).filter((reset) => !this.done.has(reset.id));
    if (due.length === 0) return;
    const existing = await this.corrections.existing(due.map((reset) => reset.id));
    for (const reset of due) {
      if (!existing.has(reset.id)) await this.record(edition.id, reset);
      this.done.add(reset.id);
    }
  }

  private async record(editionId: number, { id, zoneId, day, at }: Reset): Promise<void> {
    const anchor = { id, zoneId, day, at, inside: 0, authorId: null, reason: "day cut-off" };
    await withFreshConfiguration(this.directory, editionId, (frame) => this.corrections.anchor(frame, anchor));
  }

  private async resetQuietly(): Promise<void> {
    try {
      await this.reset(Date.now());
      this.failing = false;
    } catch (error) {
      if (!this.failing) this.log.error({ message: "the day could not be turned; it is tried again", error });
      this.failing = true;
    }
  }
}

function resetsOf(edition: EditionConfiguration, now: number): Reset[] {
  const zones = [...edition.zones.values()].filter((zone) => zone.countsExits);
  return resetsDue(edition.calendar, edition.days, edition.createdAt, now).flatMap(({ day, at }) =>
    zones.map((zone) => ({ id: derivedId(`${zone.id} ${day}`, RESETS), zoneId: zone.id, day, at })),
  );
}
