import type { AlertKind, AlertRule, CountRow } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { CountsService } from "../counts/counts.service.ts";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { ConflictsService } from "../entries/conflicts.service.ts";
import { SYSTEM } from "../platform/actor.ts";
import { AlertFactsRepository, type DeviceHeard, type RefusalCount, SPAN_MINUTES } from "./alert-facts.repository.ts";

const MINUTE = 60_000;
/** The last five minutes and the hour before. */
const SPANS = 13;
const MOST_CONFLICTS = 500;
/** Pairs of crossings are looked for less often than the rest: it is the dearest of all. */
const CONFLICTS_KEPT_MS = 15_000;

export interface ZoneFlow {
  /** Persons in, five minutes each since the zone opened today, the latest last. */
  spans: number[];
  /** Persons in less persons out, a minute, of the latest five. */
  netPerMinute: number;
}

/** What the rules of an edition are held against, at one moment. Only what its rules ask for is read. */
export interface AlertFacts {
  now: number;
  /** Since when the edition is open today, ms since the epoch; null outside opening hours. */
  openSince: number | null;
  rows: CountRow[];
  /** By zone code. */
  flows: ReadonlyMap<string, ZoneFlow>;
  devices: DeviceHeard[];
  /** By the window's minutes. */
  refusals: ReadonlyMap<number, RefusalCount[]>;
  /** By the window's minutes, how many pairs by zone. */
  doubles: ReadonlyMap<number, ReadonlyMap<string, number>>;
}

@Injectable()
export class AlertFactsReader {
  private readonly doubles = new Map<string, { readAt: number; byZone: ReadonlyMap<string, number> }>();

  constructor(
    private readonly repository: AlertFactsRepository,
    private readonly counts: CountsService,
    private readonly conflicts: ConflictsService,
  ) {}

  async read(edition: EditionConfiguration, rules: readonly AlertRule[], now: number): Promise<AlertFacts> {
    const asked = (...kinds: AlertKind[]): boolean => rules.some(({ kind }) => kinds.includes(kind));
    const windows = (kind: AlertKind): number[] => [
      ...new Set(rules.filter((rule) => rule.kind === kind).map((rule) => rule.windowMinutes)),
    ];
    const openSince = edition.openIntervals.find(({ from, to }) => now >= from && now < to)?.from ?? null;
    const refusals = new Map<number, RefusalCount[]>();
    for (const window of windows("refusals")) {
      refusals.set(window, await this.repository.refusals(edition.id, now - window * MINUTE));
    }
    const doubles = new Map<number, ReadonlyMap<string, number>>();
    for (const window of windows("pass_at_two_gates")) doubles.set(window, await this.doublesOf(edition, window, now));
    return {
      now,
      openSince,
      rows: asked("occupancy", "time_to_full", "negative_count", "unusual_pace")
        ? (await this.counts.snapshot(edition)).zones
        : [],
      flows: asked("time_to_full", "unusual_pace") ? await this.flowsOf(edition, openSince, now) : new Map(),
      devices:
        asked("device_silent", "battery_low") && openSince !== null ? await this.repository.devices(edition.id) : [],
      refusals,
      doubles,
    };
  }

  private async flowsOf(edition: EditionConfiguration, openSince: number | null, now: number) {
    const until = Math.floor(now / MINUTE) * MINUTE;
    const flows = await this.repository.flows([...edition.zonesById.keys()], until, SPANS);
    const sinceOpen = openSince === null ? 0 : Math.floor((until - openSince) / (SPAN_MINUTES * MINUTE));
    const known = Math.min(SPANS, Math.max(sinceOpen, 0));
    const byZone = new Map<string, ZoneFlow>();
    for (const { code } of edition.zones.values()) {
      byZone.set(code, { spans: Array.from({ length: known }, () => 0), netPerMinute: 0 });
    }
    for (const { zoneId, span, entered, exited } of flows) {
      const zone = edition.zonesById.get(zoneId);
      const flow = zone && byZone.get(zone.code);
      if (flow === undefined) continue;
      if (span < known) flow.spans[known - 1 - span] = entered;
      if (span === 0) flow.netPerMinute = (entered - exited) / SPAN_MINUTES;
    }
    return byZone;
  }

  private async doublesOf(edition: EditionConfiguration, window: number, now: number) {
    const key = `${edition.id} ${window}`;
    const known = this.doubles.get(key);
    if (known !== undefined && now - known.readAt < CONFLICTS_KEPT_MS) return known.byZone;
    const from = new Date(now - window * MINUTE).toISOString();
    const { items } = await this.conflicts.list(edition.slug, { limit: MOST_CONFLICTS, from }, SYSTEM);
    const byZone = new Map<string, number>();
    for (const { second } of items) byZone.set(second.zone, (byZone.get(second.zone) ?? 0) + 1);
    this.doubles.set(key, { readAt: now, byZone });
    return byZone;
  }
}
