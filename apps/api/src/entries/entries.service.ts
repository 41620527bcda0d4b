import {
  type CountRow,
  type entriesEnvelope,
  type EntriesResponse,
  type EntryResult,
  MAX_ENTRIES_PER_REQUEST,
} from "@abwab/contract";
import { Inject, Injectable } from "@nestjs/common";
import type { z } from "zod";
import { ZoneRows } from "../counts/zone-rows.ts";
import { DevicePresence } from "../devices/device-presence.ts";
import { EditionDirectory } from "../editions/edition-directory.ts";
import { CONFIGURATION, type Configuration } from "../platform/configuration.ts";
import { Metrics } from "../platform/metrics.ts";
import { type DevicePrincipal, mayUseEdition, type Principal, refusalOf } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { BatchCommitter } from "./batch-committer.ts";
import { type CheckedItem, checkItem } from "./check-item.ts";
import { GroupCommit } from "./group-commit.ts";
import { overloaded } from "./overloaded.ts";
import { Submission } from "./submission.ts";

/** Two full requests: larger transactions gained nothing and hold the edition's lock longer. */
const BATCH_LIMIT = 1000;
const IN_FLIGHT_LIMIT = 2;
/** A smaller second one would only wait for the row lock of the first, less what it could have taken along. */
const JOIN_FROM = 500;

export type EntriesEnvelope = z.output<typeof entriesEnvelope>;

/** Takes batches of entries from devices and integrators to the ledger and answers item by item. */
@Injectable()
export class EntriesService {
  readonly commits: GroupCommit<Submission>;

  constructor(
    private readonly directory: EditionDirectory,
    private readonly presence: DevicePresence,
    private readonly zoneRows: ZoneRows,
    private readonly metrics: Metrics,
    committer: BatchCommitter,
    @Inject(CONFIGURATION) configuration: Configuration,
  ) {
    this.commits = new GroupCommit<Submission>({
      sizeOf: (submission) => submission.items.length,
      commit: (editionId, batch) => committer.commit(editionId, batch),
      fail: (submission, error) => submission.fail(error),
      batchLimit: BATCH_LIMIT,
      queueLimit: configuration.ABWAB_QUEUE_LIMIT,
      inFlightLimit: IN_FLIGHT_LIMIT,
      joinFrom: JOIN_FROM,
    });
    metrics.gauge("abwab_queue_items", "Entries and voids waiting for a transaction", () => this.commits.depth);
  }

  /** Resolves after the commit (E3). Throws `too_large`, `overloaded`, `unavailable`, `device_revoked`. */
  async record(
    principal: Principal,
    envelope: EntriesEnvelope,
    checked: readonly CheckedItem[] = envelope.entries.map(checkItem),
  ): Promise<EntriesResponse> {
    if (envelope.entries.length > MAX_ENTRIES_PER_REQUEST) {
      throw new ProblemError("too_large", `Send at most ${MAX_ENTRIES_PER_REQUEST} entries in one request.`);
    }
    const receivedAt = Date.now();
    const editionId = principal.kind === "device" ? principal.editionId : await this.editionOf(principal, envelope);
    const clockOffsetMs = this.hearFrom(principal, envelope, receivedAt);
    return this.commit(editionId, new Submission(principal, { receivedAt, clockOffsetMs }, checked));
  }

  /** As if the device had sent them, though it is gone and isn't heard from. Throws `overloaded`, `unavailable`. */
  async recordRecovered(device: DevicePrincipal, items: readonly unknown[]): Promise<EntriesResponse> {
    const receipt = { receivedAt: Date.now(), clockOffsetMs: this.presence.lastOffset(device.id) };
    return this.commit(device.editionId, new Submission(device, receipt, items.map(checkItem), true));
  }

  private async commit(editionId: number, submission: Submission): Promise<EntriesResponse> {
    if (submission.items.length > 0) {
      if (!this.commits.submit(editionId, submission)) throw overloaded();
      await submission.settled;
    }
    const results = submission.results.filter((result): result is EntryResult => result !== undefined);
    this.metrics.answered(results);
    const { principal } = submission;
    const zone = this.recentRowOf(principal, editionId) ?? (await this.zoneRowOf(principal, editionId));
    return { serverTime: new Date().toISOString(), results, zone };
  }

  private async editionOf(principal: Principal, { edition: slug }: EntriesEnvelope): Promise<number> {
    if (slug === undefined) {
      const message = "An integrator names the edition.";
      throw new ProblemError("invalid", message, { errors: [{ path: "edition", code: "required", message }] });
    }
    const edition = await this.directory.bySlug(slug);
    if (!mayUseEdition(principal, edition.id)) throw refusalOf(principal, edition.id);
    return edition.id;
  }

  /** Notes what a device says of itself and measures its clock (E6). Returns the offset in force, in ms. */
  private hearFrom(principal: Principal, { device: report }: EntriesEnvelope, receivedAt: number): number | undefined {
    const measured = report?.clock === undefined ? undefined : Date.parse(report.clock) - receivedAt;
    if (principal.kind !== "device") return measured;
    const { pending, appVersion, battery } = report ?? {};
    this.presence.report(principal.id, { at: receivedAt, pending, appVersion, battery, clockOffsetMs: measured });
    return measured ?? this.presence.lastOffset(principal.id);
  }

  /** Many requests at once are answered with a row up to one tick old; a kiosk alone sees its own entry. */
  private recentRowOf(principal: Principal, editionId: number): CountRow | undefined {
    if (principal.kind !== "device" || !this.commits.isBusy(editionId)) return undefined;
    const zone = this.directory.known(editionId)?.devices.get(principal.id)?.checkpoint.zone;
    return zone && this.zoneRows.recent(editionId, zone.id);
  }

  private async zoneRowOf(principal: Principal, editionId: number): Promise<CountRow | null> {
    if (principal.kind !== "device") return null;
    const edition = await this.directory.byId(editionId);
    const zone = edition?.devices.get(principal.id)?.checkpoint.zone;
    return edition === undefined || zone === undefined ? null : this.zoneRows.read(edition, zone.id);
  }
}
