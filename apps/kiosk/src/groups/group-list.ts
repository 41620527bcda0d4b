import { ApiProblem, Unreachable } from "@abwab/api-client";
import type { DeviceVisit } from "@abwab/contract";
import type { GroupListStore, KeptList } from "./group-list-store.ts";

interface GroupListParts {
  readonly store: Pick<GroupListStore, "read" | "save">;
  readonly edition: string;
  readonly zone: string;
  /** Throws `ApiProblem` or `Unreachable`. */
  readonly fetch: () => Promise<readonly DeviceVisit[]>;
  readonly now: () => number;
  readonly dayOf: (at: number) => string;
}

const none: readonly DeviceVisit[] = [];

/** The groups expected here today: as the disk has them at once, and anew from the service whenever it can be reached. */
export class GroupList {
  readonly #parts: GroupListParts;
  readonly #listeners = new Set<() => void>();
  #kept: KeptList | undefined;
  #reading: Promise<void> | undefined;

  constructor(parts: GroupListParts) {
    this.#parts = parts;
  }

  /** Those of today; none where the list is of another day. The same array until it changes. */
  get groups(): readonly DeviceVisit[] {
    const { now, dayOf } = this.#parts;
    return this.#kept?.day === dayOf(now()) ? this.#kept.groups : none;
  }

  /** Own clock, in milliseconds. */
  get readAt(): number | undefined {
    return this.#kept?.readAt;
  }

  /** The group of a pass's code, whatever day the list is of: its pass says itself when it is good. */
  find(code: string): DeviceVisit | undefined {
    return this.#kept?.groups.find(({ visit }) => visit.passCode === code);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What an earlier run of this kiosk has kept. */
  async load(): Promise<void> {
    const { store, edition, zone } = this.#parts;
    const kept = await store.read();
    // What the service has answered meanwhile is newer.
    if (!this.#kept && kept?.edition === edition && kept.zone === zone) this.#take(kept);
  }

  /** Reads the list anew; goes on with the one it has where it can't. One request at a time. */
  refresh(): Promise<void> {
    this.#reading ??= this.#refresh().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** A group that was booked here a moment ago. */
  async add(group: DeviceVisit): Promise<void> {
    const others = this.groups.filter(({ visit }) => visit.id !== group.visit.id);
    await this.#keep([...others, group]);
  }

  async #refresh(): Promise<void> {
    try {
      await this.#keep(await this.#parts.fetch());
    } catch (error) {
      // Offline, or refused: the outbox meets the same and says so.
      if (!(error instanceof Unreachable) && !(error instanceof ApiProblem)) throw error;
    }
  }

  async #keep(groups: readonly DeviceVisit[]): Promise<void> {
    const { store, edition, zone, now, dayOf } = this.#parts;
    const kept = { edition, zone, day: dayOf(now()), readAt: now(), groups };
    this.#take(kept);
    await store.save(kept);
  }

  #take(kept: KeptList): void {
    this.#kept = kept;
    for (const listener of this.#listeners) listener();
  }
}
