/** What a job is handed beside its data. */
export interface JobAttempt {
  /** Aborted when the service stops, and when another server has taken the job over: end, and it goes on later. */
  signal: AbortSignal;
  /** Whether a failure now is for good. */
  isLast: boolean;
}

export interface DueJob<Data extends object> {
  /** While a job with this key waits or runs, no second one does. */
  key: string;
  data: Data;
}

/** One sort of work that is done in the background, by whichever server is free. */
export interface JobQueue<Data extends object> {
  name: string;
  /** How often and when it is tried again, in seconds; the pauses double up to the longest. */
  retry?: { retryLimit: number; retryDelay: number; retryDelayMax: number };
  /** How many jobs one server does at a time; one without. */
  concurrency?: number;
  /**
   * Does the job, or goes on with it after a crash: it may be called again at any point, and twice at once. What it
   * throws is tried again, later and later.
   */
  work(data: Data, attempt: JobAttempt): Promise<void>;
  /** What should be waiting or running: asked now and then, so that no job is lost between two writes. */
  due(): Promise<DueJob<Data>[]>;
}
