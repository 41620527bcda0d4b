import type { FactorRemoval, OfferedFactor, RecoveryCodes, SecondFactor } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { AuditService } from "../audit/audit.service.ts";
import { type GuessLimit, GuessLimiter } from "../guesses/guess-limiter.ts";
import type { PersonPrincipal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { AccountPolicyRepository } from "./account-policy.repository.ts";
import { PeopleRepository } from "./people.repository.ts";
import { hashRecoveryCode, newRecoveryCodes } from "./recovery-codes.ts";
import { SecondFactorRepository } from "./second-factor.repository.ts";
import { SessionsRepository } from "./sessions.repository.ts";
import { newFactorSecret, offerOf, stepOfCode } from "./time-code.ts";

/** Few, since a code has six digits; only somebody who knows the password gets this far and can use them up. */
const WRONG_CODES = 10;

/** A code beside the password: offered, confirmed, asked for at each sign-in, taken away. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly people: PeopleRepository,
    private readonly policies: AccountPolicyRepository,
    private readonly sessions: SessionsRepository,
    private readonly limiter: GuessLimiter,
    private readonly audit: AuditService,
    private readonly transactions: Transactions,
  ) {}

  async show(personId: string): Promise<SecondFactor> {
    const factor = await this.factors.of(personId);
    const enrolledAt = factor?.confirmedAt?.toISOString() ?? null;
    return { enrolledAt, recoveryCodesLeft: factor?.recoveryCodesLeft ?? 0 };
  }

  /** Throws `already_exists`. */
  async offer({ id, email }: PersonPrincipal): Promise<OfferedFactor> {
    const secret = newFactorSecret();
    if (!(await this.factors.offer(id, secret)))
      throw new ProblemError("already_exists", "Remove the present second factor first.");
    return offerOf(secret, email);
  }

  /** Ends the person's other sessions, which began with the password alone. Throws `not_found`, `bad_credentials`. */
  async confirm(person: PersonPrincipal, code: string, address: string): Promise<RecoveryCodes> {
    const factor = await this.factors.of(person.id);
    if (factor === undefined || factor.confirmedAt !== null)
      throw new ProblemError("not_found", "Nothing waits to be confirmed.");
    const step = await this.limiter.attempt([limitOf(person.id)], async () =>
      stepOfCode(factor.secret, code, Date.now()),
    );
    if (step === undefined) throw wrongCode();
    const recoveryCodes = newRecoveryCodes();
    const hashes = recoveryCodes.map(hashRecoveryCode).filter((hash) => hash !== undefined);
    await this.transactions.run(async () => {
      await this.people.lock(person.id);
      if (!(await this.factors.confirm(person.id, step, hashes)))
        throw new ProblemError("not_found", "It has been confirmed already.");
      await this.sessions.endAllOf(person.id, person.sessionId);
      await this.sessions.lift(person.sessionId);
      await this.record(person, address, "person.enrol-second-factor");
    });
    return { recoveryCodes };
  }

  /** Call it once the password was checked. Throws `not_found`, `second_factor_kept`, `bad_credentials`. */
  async remove(person: PersonPrincipal, { code }: FactorRemoval, address: string): Promise<void> {
    if (!(await this.factors.isConfirmed(person.id))) throw new ProblemError("not_found", "There is no second factor.");
    if (await this.policies.asksOf(person.role)) {
      throw new ProblemError("second_factor_kept", "An administrator decides which roles need one.");
    }
    if (!(await this.spend(person.id, code))) throw wrongCode();
    await this.transactions.run(async () => {
      await this.factors.remove(person.id);
      await this.record(person, address, "person.remove-second-factor");
    });
  }

  /** Whether signing in asks for a code. */
  isAsked(personId: string): Promise<boolean> {
    return this.factors.isConfirmed(personId);
  }

  /**
   * Takes a code of the authenticator or a recovery code, each of which opens once, however many bring it at once.
   * Returns whether it was right. Throws `too_many_attempts`.
   */
  async spend(personId: string, code: string): Promise<boolean> {
    const isRight = await this.limiter.attempt([limitOf(personId)], async () =>
      (await this.isSpent(personId, code)) ? true : undefined,
    );
    return isRight ?? false;
  }

  private async isSpent(personId: string, code: string): Promise<boolean> {
    const factor = await this.factors.of(personId);
    if (factor === undefined) return false;
    const step = stepOfCode(factor.secret, code.trim(), Date.now());
    if (step !== undefined) return this.factors.spendStep(personId, step);
    const recovery = hashRecoveryCode(code);
    return recovery !== undefined && (await this.factors.spendRecovery(personId, recovery));
  }

  private async record(person: PersonPrincipal, address: string, action: string): Promise<void> {
    await this.audit.record({ actor: { ...person, address }, action, subject: `person ${person.email}` });
  }
}

const limitOf = (personId: string): GuessLimit => ({ key: `second-factor ${personId}`, most: WRONG_CODES });
const wrongCode = (): ProblemError => new ProblemError("bad_credentials", "This code is wrong, or was used already.");
