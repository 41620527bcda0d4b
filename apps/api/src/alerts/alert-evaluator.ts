import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from "@nestjs/common";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { alertConditions } from "./alert-conditions.ts";
import { AlertDesk, type AlertHand } from "./alert-desk.ts";
import { AlertFactsReader } from "./alert-facts.ts";
import { AlertFeedRepository } from "./alert-feed.repository.ts";
import { type AlertPlan, isEmptyPlan, planAlerts } from "./alert-plan.ts";
import { AlertRulesRepository } from "./alert-rules.repository.ts";
import { AlertsRepository } from "./alerts.repository.ts";
import { withManyAsOne } from "./many-as-one.ts";

/** How often an edition is looked at, by whichever server; and how often each server asks whose turn it is. */
const EVALUATE_EVERY_MS = 2_000;
const LOOK_EVERY_MS = 1_000;
const MINUTE = 60_000;

/** Holds the rules of editions against what they are about, every few seconds, on one server at a time. */
@Injectable()
export class AlertEvaluator implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger("alerts");
  private timer: NodeJS.Timeout | undefined;
  private turn = Promise.resolve();
  private failing = false;

  constructor(
    private readonly feed: AlertFeedRepository,
    private readonly rules: AlertRulesRepository,
    private readonly alerts: AlertsRepository,
    private readonly facts: AlertFactsReader,
    private readonly desk: AlertDesk,
    private readonly directory: EditionDirectory,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.turn;
  }

  /** Brings the alerts of an edition to what its rules find now. */
  async evaluate(editionId: number): Promise<void> {
    const edition = await this.directory.byId(editionId);
    if (edition === undefined) return;
    const isWatched = edition.status === "draft" || edition.status === "open";
    const rules = isWatched ? await this.rules.active(editionId) : [];
    const now = Date.now();
    const found = alertConditions(edition, rules, await this.facts.read(edition, rules, now));
    const quiet = Math.max(0, ...rules.map(({ quietMinutes }) => quietMinutes));
    const plan = async (): Promise<AlertPlan> => {
      const current = await this.alerts.current(editionId, new Date(now - quiet * MINUTE));
      return planAlerts(rules, withManyAsOne(found, current), current, now);
    };
    if (isEmptyPlan(await plan())) return;
    // Once more under the lock: a person, or another server, may have been quicker.
    await this.desk.change(editionId, async (hand) => apply(await plan(), hand));
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.turn = this.look().finally(() => {
        if (this.timer !== undefined) this.schedule();
      });
    }, LOOK_EVERY_MS);
  }

  private async look(): Promise<void> {
    try {
      // One edition that can't be looked at holds up no other.
      const turns = await this.feed.takeTurns(EVALUATE_EVERY_MS);
      const looks = await Promise.allSettled(turns.map((editionId) => this.evaluate(editionId)));
      const failed = looks.find(({ status }) => status === "rejected");
      if (failed?.status === "rejected") throw failed.reason;
      this.failing = false;
    } catch (error) {
      // The database may be restarting: said once, looked at again in a second.
      if (!this.failing) this.log.error({ message: "rules of alerts could not be looked at", error });
      this.failing = true;
    }
  }
}

async function apply({ open, returning, resolve }: AlertPlan, hand: AlertHand): Promise<void> {
  for (const { alert, ending } of resolve) await hand.end(alert, ending);
  for (const alert of returning) {
    const state = alert.acknowledgedAt === null ? "open" : "acknowledged";
    await hand.step(alert, { state, change: "returned", resolved: null, returns: true });
  }
  for (const { key, condition } of open) {
    const { rule, subject, measured } = condition;
    const { severity, audience, webhooks, threshold } = rule;
    const given = { key, rule: rule.id, topic: rule.kind, severity, audience, webhooks, threshold };
    await hand.open({ ...given, subject, measured });
  }
}
