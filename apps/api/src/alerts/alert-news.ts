import type { AlertNotice } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { AlertFeedRepository } from "./alert-feed.repository.ts";
import { AlertNames } from "./alert-names.ts";
import { AlertsRepository } from "./alerts.repository.ts";

/** What happened to an edition's alerts, whichever server did it. */
@Injectable()
export class AlertNews {
  constructor(
    private readonly alerts: AlertsRepository,
    private readonly names: AlertNames,
    private readonly feed: AlertFeedRepository,
    private readonly directory: EditionDirectory,
  ) {}

  /** Of the edition's alerts as they are now. */
  version(editionId: number): Promise<number> {
    return this.feed.version(editionId);
  }

  /** In the order in which it happened, with the version that it leads to. */
  async since(editionId: number, version: number): Promise<{ notices: AlertNotice[]; version: number }> {
    const edition = await this.directory.byId(editionId);
    if (edition === undefined) return { notices: [], version };
    const changed = await this.alerts.changedSince(editionId, version);
    const told = await this.names.tell(edition.id, edition.slug, changed);
    return {
      notices: changed.flatMap(({ change }, place) => {
        const alert = told[place];
        return alert === undefined ? [] : [{ change, alert }];
      }),
      version: changed.at(-1)?.version ?? version,
    };
  }
}
