import { Injectable } from "@nestjs/common";
import type { PasswordChange, SignedIn, SignInRequest } from "@abwab/contract";
import { createHash } from "node:crypto";
import { z } from "zod";
import { AuditService } from "../audit/audit.service.ts";
import { type GuessLimit, GuessLimiter } from "../guesses/guess-limiter.ts";
import type { Binding, PersonPrincipal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { hashPassword, isPasswordOf } from "./password.ts";
import { PeopleRepository } from "./people.repository.ts";
import { SecondFactorService } from "./second-factor.service.ts";
import { newSession, type Visitor } from "./session-start.ts";
import { SessionsRepository } from "./sessions.repository.ts";

const FAILURES_FROM_ONE_ADDRESS = 20;
/** Higher, so that a stranger elsewhere doesn't lock somebody out of their account. */
const FAILURES_OF_ONE_ACCOUNT = 200;

/** With the session's secret. */
export interface BegunSession {
  token: string;
  signedIn: SignedIn;
  /** What the person is bound to. */
  bindings: readonly Binding[] | null;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly factors: SecondFactorService,
    private readonly limiter: GuessLimiter,
    private readonly audit: AuditService,
    private readonly transactions: Transactions,
  ) {}

  /** Returns the session's secret. Throws `bad_credentials`, `second_factor_required`, `too_many_attempts`. */
  async signIn(request: SignInRequest, visitor: Visitor): Promise<BegunSession> {
    const email = request.email.trim().toLowerCase();
    const limits = await this.limitsOf(email, visitor.address);
    const signedIn = await this.limiter.attempt(limits, () => this.begin(email, request, visitor));
    if (signedIn === undefined)
      throw new ProblemError("bad_credentials", "E-mail or password is wrong: check both and try again.");
    return signedIn;
  }

  async signOut(principal: PersonPrincipal): Promise<void> {
    await this.sessions.end(principal.sessionId);
  }

  /** Ends the person's other sessions. Throws `bad_credentials`, `too_many_attempts`. */
  async changePassword(
    principal: PersonPrincipal,
    { current, password }: PasswordChange,
    address: string,
  ): Promise<void> {
    await this.prove(principal, current, address);
    const passwordHash = await hashPassword(password);
    await this.transactions.run(async () => {
      await this.people.update(principal.id, { passwordHash });
      await this.sessions.endAllOf(principal.id, principal.sessionId);
      const actor = { ...principal, address };
      await this.audit.record({ actor, action: "person.change-password", subject: `person ${principal.email}` });
    });
  }

  /** That whoever is signed in knows the password too. Throws `bad_credentials`, `too_many_attempts`. */
  async prove({ email }: PersonPrincipal, password: string, address: string): Promise<void> {
    const limits = await this.limitsOf(email, address);
    const known = await this.limiter.attempt(limits, () => this.check(email, password));
    if (known === undefined) throw new ProblemError("bad_credentials", "The present password is another.");
  }

  private async begin(
    email: string,
    { password, code }: SignInRequest,
    visitor: Visitor,
  ): Promise<BegunSession | undefined> {
    const known = await this.check(email, password);
    if (known === undefined) return undefined;
    const { id, name, role, secondFactor, bindings } = known.person;
    if (secondFactor && !(await this.isRightCode(id, code))) return undefined;
    const { token, session } = newSession(id, visitor);
    const begun = await this.transactions.run(async () => {
      // A second factor that is confirmed at this moment ends the sessions that began before, or is asked for.
      await this.people.lock(id);
      if (!secondFactor && (await this.factors.isAsked(id))) throw codeRequired();
      return this.sessions.begin(session, known.passwordHash);
    });
    if (begun === undefined) return undefined;
    const user = { id, email: known.person.email, name, role };
    return { token, bindings, signedIn: { user, ...(begun.limited && { secondFactorMissing: true }) } };
  }

  /** Throws `second_factor_required` without a code, `too_many_attempts`. */
  private async isRightCode(personId: string, code = ""): Promise<boolean> {
    if (code.trim() === "") throw codeRequired();
    return this.factors.spend(personId, code);
  }

  /**
   * The e-mail is hashed: what is kept of failures names nobody (P1). Where somebody is signed in already, guesses from
   * elsewhere don't count against them: many addresses together can't lock them out there.
   */
  private async limitsOf(email: string, address: string): Promise<GuessLimit[]> {
    const account = createHash("sha256").update(email).digest("base64url");
    const here = { key: `sign-in ${account} ${address}`, most: FAILURES_FROM_ONE_ADDRESS };
    if (isEmail(email) && (await this.sessions.isOf(email, address))) return [here];
    return [here, { key: `sign-in ${account}`, most: FAILURES_OF_ONE_ACCOUNT }];
  }

  private async check(email: string, password: string) {
    const known = isEmail(email) ? await this.people.byEmail(email) : undefined;
    return (await isPasswordOf(known?.passwordHash, password)) ? known : undefined;
  }
}

const codeRequired = (): ProblemError =>
  new ProblemError("second_factor_required", "Send the code of your authenticator too.");

const isEmail = (text: string): boolean => z.email().safeParse(text).success;
