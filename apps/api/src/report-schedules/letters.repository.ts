import type { LetterFault, LetterState } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Transactions } from "../platform/transactions.ts";

/** A letter that nobody else tries until its claim runs out. */
export interface ClaimedLetter {
  id: string;
  sendingId: string;
  to: string;
  triedFrom: Date;
}

/** How a try ended. */
export interface TriedLetter {
  state: LetterState;
  fault: LetterFault | null;
  answer: string;
  at: Date;
}

/** E-mails: what waits, and who is trying it. */
@Injectable()
export class LettersRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Ids of those that can be tried, the earliest first. */
  async waiting(most: number): Promise<string[]> {
    const rows = await this.transactions.client.reportLetter.findMany({
      where: { state: "waiting", via: "email", sending: { state: "made" } },
      select: { id: true },
      orderBy: { triedFrom: "asc" },
      take: most,
    });
    return rows.map(({ id }) => id);
  }

  /**
   * Takes a letter for as long as a try can last. Undefined where it doesn't wait any more, or somebody has it: two
   * servers that were handed the same job send one letter. A server that dies with it keeps it for that long.
   */
  async claim(id: string, forMs: number): Promise<ClaimedLetter | undefined> {
    const rows = await this.transactions.client.$queryRaw<ClaimedLetter[]>`
      update report_letter set claimed_until = now() + ${forMs}::integer * interval '1 millisecond', tries = tries + 1
      where id = ${id}::uuid and state = 'waiting' and via = 'email'
        and (claimed_until is null or claimed_until < now())
      returning id, sending_id as "sendingId", "to", tried_from as "triedFrom"`;
    return rows[0];
  }

  /** Whether it waits, though somebody else may have it now. */
  async waits(id: string): Promise<boolean> {
    const where = { id, state: "waiting" };
    return (await this.transactions.client.reportLetter.findFirst({ where, select: { id: true } })) !== null;
  }

  async tried(id: string, { at, ...outcome }: TriedLetter): Promise<void> {
    await this.transactions.client.reportLetter.updateMany({
      where: { id, state: "waiting" },
      data: { ...outcome, triedAt: at, claimedUntil: null },
    });
  }

  /** Gives it back untried. */
  async release(id: string): Promise<void> {
    await this.transactions.client.reportLetter.updateMany({
      where: { id, state: "waiting" },
      data: { claimedUntil: null, tries: { decrement: 1 } },
    });
  }

  /** E-mails of a sending that were refused or given up wait again. Returns how many. */
  async again(sendingId: string, at: Date): Promise<number> {
    const { count } = await this.transactions.client.reportLetter.updateMany({
      where: { sendingId, via: "email", state: { in: ["refused", "given_up"] } },
      data: { state: "waiting", triedFrom: at },
    });
    return count;
  }
}
