import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from "@nestjs/common";
import { slug as slugSchema, TICK_MS } from "@abwab/contract";
import { EventEmitter } from "node:events";
import { ProblemError } from "../platform/problem-error.ts";
import type { DeviceConfiguration, EditionConfiguration } from "./edition-configuration.ts";
import { EditionConfigurationRepository, type EditionVersions } from "./edition-configuration.repository.ts";

interface DirectoryEvents {
  /** The versions of all editions, read once a tick. */
  versions: [EditionVersions[]];
  /** An edition's configuration changed and was read again. */
  configuration: [after: EditionConfiguration, before: EditionConfiguration];
}

/**
 * The configuration of the editions in use, kept in memory. Once a tick it reads the editions' versions and reloads
 * what changed, whichever server changed it; recording checks the version once more inside its transaction.
 */
@Injectable()
export class EditionDirectory implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly events = new EventEmitter<DirectoryEvents>();
  private readonly editions = new Map<number, EditionConfiguration>();
  private readonly idsBySlug = new Map<string, number>();
  private readonly deviceByToken = new Map<string, { editionId: number; deviceId: string }>();
  private readonly log = new Logger("editions");
  private timer: NodeJS.Timeout | undefined;
  private polling = Promise.resolve();
  private reachable = true;

  constructor(private readonly repository: EditionConfigurationRepository) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.polling;
  }

  /** Throws `not_found`. */
  async bySlug(slug: string): Promise<EditionConfiguration> {
    const isSlug = slugSchema.safeParse(slug).success;
    const id = this.idsBySlug.get(slug) ?? (isSlug ? await this.repository.idOfSlug(slug) : undefined);
    const edition = id === undefined ? undefined : await this.byId(id);
    if (edition === undefined) throw new ProblemError("not_found", `There is no edition ${slug}.`);
    return edition;
  }

  /** Slug of the latest public edition that is open or closed; undefined when there is none. */
  async latestPublic(): Promise<string | undefined> {
    return this.repository.latestPublic();
  }

  async byId(id: number): Promise<EditionConfiguration | undefined> {
    return this.editions.get(id) ?? this.reload(id);
  }

  /** The edition, when it is in memory. */
  known(id: number): EditionConfiguration | undefined {
    return this.editions.get(id);
  }

  /** The configuration in force in the database now, not that of a moment ago. */
  async latest(id: number): Promise<EditionConfiguration | undefined> {
    const known = this.editions.get(id);
    if (known !== undefined && known.configVersion === (await this.repository.configVersion(id))) return known;
    return this.reload(id);
  }

  /** Reads an edition again; call it after changing one, and when recording found the memory stale. */
  async reload(id: number): Promise<EditionConfiguration | undefined> {
    const edition = await this.repository.load(id, this.editions.get(id));
    const before = this.editions.get(id);
    // One that began later may have finished earlier: an older answer does not replace a newer one.
    if (before !== undefined && edition !== undefined && before.configVersion > edition.configVersion) return before;
    if (before) this.forget(before);
    if (edition === undefined) return undefined;
    this.remember(edition);
    if (before !== undefined && before.configVersion !== edition.configVersion) {
      this.events.emit("configuration", edition, before);
    }
    return edition;
  }

  /** The device that a token (its SHA-256 in hex) belongs to. The first use of a rolled one ends the one before. */
  async deviceOfToken(tokenHash: string): Promise<DeviceConfiguration | undefined> {
    const known = this.knownDevice(tokenHash);
    if (known) return known;
    const edition = await this.repository.editionOfToken(tokenHash);
    if (edition === undefined) return undefined;
    if (edition.isNext) await this.repository.acceptNextToken(edition.id, tokenHash);
    await this.reload(edition.id);
    return this.knownDevice(tokenHash);
  }

  /** The same, when its edition is in memory. */
  knownDevice(tokenHash: string): DeviceConfiguration | undefined {
    const known = this.deviceByToken.get(tokenHash);
    return known && this.editions.get(known.editionId)?.devices.get(known.deviceId);
  }

  private remember(edition: EditionConfiguration): void {
    this.editions.set(edition.id, edition);
    this.idsBySlug.set(edition.slug, edition.id);
    for (const device of edition.devices.values()) {
      if (device.tokenHash) this.deviceByToken.set(device.tokenHash, { editionId: edition.id, deviceId: device.id });
    }
  }

  private forget(edition: EditionConfiguration): void {
    this.editions.delete(edition.id);
    this.idsBySlug.delete(edition.slug);
    for (const device of edition.devices.values()) if (device.tokenHash) this.deviceByToken.delete(device.tokenHash);
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.polling = this.poll().finally(() => {
        if (this.timer !== undefined) this.schedule();
      });
    }, TICK_MS);
  }

  private async poll(): Promise<void> {
    try {
      const versions = await this.repository.versions();
      const existing = new Set(versions.map((it) => it.editionId));
      for (const edition of this.editions.values()) if (!existing.has(edition.id)) this.forget(edition);
      for (const { editionId, configVersion } of versions) {
        const known = this.editions.get(editionId);
        if (known !== undefined && known.configVersion !== configVersion) await this.reload(editionId);
      }
      if (!this.reachable) this.log.log("the database answers again");
      this.reachable = true;
      this.events.emit("versions", versions);
    } catch (error) {
      // The database may be restarting: say it once and go on asking.
      if (this.reachable) this.log.error({ message: "the database does not answer", error });
      this.reachable = false;
    }
  }
}
