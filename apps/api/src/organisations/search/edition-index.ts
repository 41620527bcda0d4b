import { setImmediate } from "node:timers/promises";
import { DuplicatePairs } from "../duplicates/duplicate-pairs.ts";
import { type OrganisationIndexRepository, startAt } from "./organisation-index.repository.ts";
import { type IndexedOrganisation, OrganisationIndex } from "./organisation-index.ts";

/** After so long, whatever else the server has to do comes in between. */
const AT_A_STRETCH_MS = 10;
const ASK_AT_ONCE = 5_000;
const NOTHING_READ = -1;

/**
 * The registry of one edition in memory, brought up to date from the database before each answer. Transactions commit
 * in any order, so what is asked for is not "after the last one" but what was written by any transaction that may not
 * have ended when the last look was taken.
 */
export class EditionIndex {
  readonly organisations = new OrganisationIndex();
  private duplicatePairs: DuplicatePairs | undefined;
  private readonly all = new Map<string, IndexedOrganisation>();
  private seenBefore = NOTHING_READ;
  private running = Promise.resolve();
  private waiting: Promise<void> | undefined;

  constructor(
    private readonly editionId: number,
    private readonly repository: OrganisationIndexRepository,
  ) {}

  /** Resolves when everything is known that was committed before the call. */
  refresh(): Promise<void> {
    // Whoever comes while one waits is served by that one, which begins later; one that runs may have looked already.
    this.waiting ??= this.enqueue(async () => {
      this.waiting = undefined;
      await this.readWritten();
    });
    return this.waiting;
  }

  /** Forgets what is in the registry no more. */
  forgetRemoved(): Promise<void> {
    return this.enqueue(async () => {
      const ids = [...this.all.keys()];
      for (let start = 0; start < ids.length; start += ASK_AT_ONCE) {
        const absent = await this.repository.absent(this.editionId, ids.slice(start, start + ASK_AT_ONCE));
        await this.inTurns(absent, (id) => this.remove(id));
      }
    });
  }

  /** Pairs that may be one; compared when they are first asked for, kept up from then on. */
  async duplicates(): Promise<DuplicatePairs> {
    await this.refresh();
    return this.enqueue(async () => {
      if (this.duplicatePairs !== undefined) return this.duplicatePairs;
      const pairs = new DuplicatePairs();
      await this.inTurns([...this.all.values()], (organisation) => pairs.set(organisation));
      this.duplicatePairs = pairs;
      return pairs;
    });
  }

  private async readWritten(): Promise<void> {
    const which = this.seenBefore === NOTHING_READ ? "everything" : "new";
    let from: ReturnType<typeof startAt> | undefined = startAt(this.seenBefore);
    let seenBefore: number | undefined;
    while (from !== undefined) {
      const part = await this.repository.written(this.editionId, from, which);
      seenBefore ??= part.seenBefore;
      await this.inTurns(part.rows, ({ organisation, isMerged }) =>
        isMerged ? this.remove(organisation.id) : this.set(organisation),
      );
      from = part.next;
    }
    this.seenBefore = seenBefore ?? this.seenBefore;
  }

  private set(organisation: IndexedOrganisation): void {
    const { id } = organisation;
    // The same is seen again as long as any transaction from before it goes on.
    if (JSON.stringify(this.all.get(id)) === JSON.stringify(organisation)) return;
    this.all.set(id, organisation);
    this.organisations.set(organisation);
    this.duplicatePairs?.set(organisation);
  }

  private remove(id: string): void {
    this.all.delete(id);
    this.organisations.remove(id);
    this.duplicatePairs?.remove(id);
  }

  private async inTurns<Item>(items: readonly Item[], work: (item: Item) => void): Promise<void> {
    let began = performance.now();
    for (const item of items) {
      work(item);
      if (performance.now() - began < AT_A_STRETCH_MS) continue;
      await setImmediate();
      began = performance.now();
    }
  }

  /** One after the other. What fails fails for whoever waits for it, not for the next. */
  private enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.running.then(work);
    this.running = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }
}
