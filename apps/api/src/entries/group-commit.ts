/** Many requests' items, gathered into one transaction after another. */
export interface GroupCommitOptions<Submission> {
  /** Items of a submission that count towards the limits. */
  sizeOf: (submission: Submission) => number;
  /** Commits a batch whole: it settles every submission, or throws and none of it is settled. */
  commit: (lane: number, batch: Submission[]) => Promise<void>;
  /** Settles one submission as failed. */
  fail: (submission: Submission, error: unknown) => void;
  /** Most items of one transaction; a single larger submission still goes in one. */
  batchLimit: number;
  /** Most items that may wait, over all lanes. */
  queueLimit: number;
  /** Transactions of one lane under way at once: while one is being made durable the next is on its way. */
  inFlightLimit: number;
  /** Items that must wait before another transaction joins one under way: fewer do better to go with what comes. */
  joinFrom: number;
}

interface Lane<Submission> {
  waiting: Submission[];
  waitingItems: number;
  inFlight: number;
  scheduled: boolean;
  /** Submissions of the batch taken last. */
  latestBatch: number;
}

/** A batch of so many submissions says that the next will be as large. */
const BUSY_FROM = 32;
const NEARLY_FULL = 0.95;

/**
 * Group commit: while the database makes one batch durable, what arrives gathers for the next, so a batch grows with
 * the load and an idle server commits at once. A lane is an edition: its commits queue behind one row lock anyway.
 */
export class GroupCommit<Submission> {
  private readonly lanes = new Map<number, Lane<Submission>>();
  private waitingItems = 0;

  constructor(private readonly options: GroupCommitOptions<Submission>) {}

  /** Items waiting for a transaction. */
  get depth(): number {
    return this.waitingItems;
  }

  /** Whether many submissions come at once in this lane. */
  isBusy(laneId: number): boolean {
    const lane = this.lanes.get(laneId);
    return lane !== undefined && (lane.waiting.length > 0 || lane.latestBatch >= BUSY_FROM);
  }

  /** Whether hardly anything more finds room. */
  get isNearlyFull(): boolean {
    return this.waitingItems >= this.options.queueLimit * NEARLY_FULL;
  }

  /** Takes a submission; false, at once, when the queue is full. */
  submit(laneId: number, submission: Submission): boolean {
    const size = this.options.sizeOf(submission);
    if (this.waitingItems + size > this.options.queueLimit) return false;
    const lane = this.laneOf(laneId);
    lane.waiting.push(submission);
    lane.waitingItems += size;
    this.waitingItems += size;
    this.schedule(laneId, lane);
    return true;
  }

  private laneOf(id: number): Lane<Submission> {
    let lane = this.lanes.get(id);
    if (lane === undefined) {
      lane = { waiting: [], waitingItems: 0, inFlight: 0, scheduled: false, latestBatch: 0 };
      this.lanes.set(id, lane);
    }
    return lane;
  }

  private schedule(id: number, lane: Lane<Submission>): void {
    if (lane.scheduled || lane.inFlight >= this.options.inFlightLimit || lane.waiting.length === 0) return;
    if (lane.inFlight > 0 && lane.waitingItems < this.options.joinFrom) return;
    lane.scheduled = true;
    // After the requests that this turn of the event loop still brings.
    setImmediate(() => {
      lane.scheduled = false;
      const batch = this.take(lane);
      if (batch.length === 0) return;
      lane.inFlight += 1;
      void this.run(id, batch).finally(() => {
        lane.inFlight -= 1;
        this.schedule(id, lane);
      });
      this.schedule(id, lane);
    });
  }

  private take(lane: Lane<Submission>): Submission[] {
    let items = 0;
    let count = 0;
    for (const submission of lane.waiting) {
      const size = this.options.sizeOf(submission);
      if (count > 0 && items + size > this.options.batchLimit) break;
      items += size;
      count += 1;
    }
    this.waitingItems -= items;
    lane.waitingItems -= items;
    lane.latestBatch = count;
    return lane.waiting.splice(0, count);
  }

  private async run(id: number, batch: Submission[]): Promise<void> {
    try {
      await this.options.commit(id, batch);
    } catch (error) {
      for (const submission of batch) this.options.fail(submission, error);
    }
  }
}
