import { Injectable } from "@nestjs/common";
import { ProblemError } from "../platform/problem-error.ts";
import { GuessLimiterRepository } from "./guess-limiter.repository.ts";

const WINDOW_MS = 15 * 60_000;
/** The column is an integer. */
const UNLIMITED = 2 ** 31 - 1;

export interface GuessLimit {
  /** Whose guesses are counted together. */
  key: string;
  /** Failures within 15 minutes. */
  most: number;
}

/** Limits failed guesses at passwords and codes, however many arrive at once and at however many servers. */
@Injectable()
export class GuessLimiter {
  constructor(private readonly repository: GuessLimiterRepository) {}

  /**
   * Spends an attempt of each limit before `guess` and gives it back unless the guess was wrong (undefined).
   * Throws `too_many_attempts` without guessing when a limit is reached.
   */
  async attempt<Found>(
    limits: readonly GuessLimit[],
    guess: () => Promise<Found | undefined>,
  ): Promise<Found | undefined> {
    const spent: string[] = [];
    let wrong = false;
    try {
      for (const { key, most } of limits) {
        if (!(await this.repository.spend(key, most, WINDOW_MS))) throw await this.refusal(key);
        spent.push(key);
      }
      const found = await guess();
      wrong = found === undefined;
      return found;
    } finally {
      if (!wrong && spent.length > 0) await this.repository.giveBack(spent);
    }
  }

  /** Throws `too_many_attempts` where there were `most` failures. */
  async check({ key, most }: GuessLimit): Promise<void> {
    const window = await this.repository.window(key);
    if (window !== undefined && window.failures >= most) throw await this.refusal(key);
  }

  /** Counts a wrong guess that was made. Throws `too_many_attempts` beyond the limit. */
  async fail({ key, most }: GuessLimit): Promise<void> {
    // Counted beyond this limit too, for a harder one on the same key.
    await this.repository.spend(key, UNLIMITED, WINDOW_MS);
    const window = await this.repository.window(key);
    if (window !== undefined && window.failures > most) throw await this.refusal(key);
  }

  private async refusal(key: string): Promise<ProblemError> {
    const window = await this.repository.window(key);
    const waitMs = window === undefined ? 1_000 : window.endsAt.getTime() - Date.now();
    const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
    return new ProblemError("too_many_attempts", `Try again in ${Math.ceil(retryAfterSeconds / 60)} min.`, {
      retryAfterSeconds,
    });
  }
}
