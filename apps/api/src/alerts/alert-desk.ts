import type { AlertEnding } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Transactions } from "../platform/transactions.ts";
import { AlertFeedRepository } from "./alert-feed.repository.ts";
import { AlertOutlets } from "./alert-outlets.ts";
import { type AlertStep, AlertsRepository, type NewStoredAlert, type StoredAlert } from "./alerts.repository.ts";

/** What is done to alerts within one turn: under the lock of the edition's feed, told to the outlets. */
export interface AlertHand {
  open(given: NewStoredAlert): Promise<void>;
  step(alert: StoredAlert, step: AlertStep): Promise<StoredAlert>;
  end(alert: StoredAlert, ending: AlertEnding, by?: string): Promise<StoredAlert>;
}

/** The only way in which alerts change. */
@Injectable()
export class AlertDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly feed: AlertFeedRepository,
    private readonly alerts: AlertsRepository,
    private readonly outlets: AlertOutlets,
  ) {}

  /** From now on the edition's rules are looked at. */
  begin(editionId: number): Promise<void> {
    return this.feed.begin(editionId);
  }

  async change<Result>(editionId: number, work: (hand: AlertHand, at: Date) => Promise<Result>): Promise<Result> {
    const result = await this.transactions.run(async () => {
      const version = await this.feed.raise(editionId);
      const at = new Date();
      const step = async (alert: StoredAlert, given: AlertStep): Promise<StoredAlert> => {
        const changed = await this.alerts.step(alert.id, version, given);
        await this.outlets.take(editionId, changed);
        return changed;
      };
      const hand: AlertHand = {
        step,
        open: async (given) => {
          const opened = await this.alerts.open(editionId, version, at, given);
          if (opened !== undefined) await this.outlets.take(editionId, opened);
        },
        end: (alert, ending, by) =>
          step(alert, { state: "resolved", change: "resolved", resolved: { at, by: by ?? null, ending } }),
      };
      return work(hand, at);
    });
    await this.outlets.taken();
    return result;
  }
}
