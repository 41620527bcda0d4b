import { Injectable } from "@nestjs/common";
import type { PasswordChange, SignInRequest, User } from "@abwab/contract";
import { createHash } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { AuditService } from "../audit/audit.service.ts";
import { type GuessLimit, GuessLimiter } from "../guesses/guess-limiter.ts";
import type { PersonPrincipal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { hashSecretToken, newSecretToken } from "../platform/secret-token.ts";
import { Transactions } from "../platform/transactions.ts";
import { hashPassword, isPasswordOf } from "./password.ts";
import { PeopleRepository } from "./people.repository.ts";
import { SecondFactorService } from "./second-factor.service.ts";
import { SessionsRepository } from "./sessions.repository.ts";

/**
 * A session lasts through an edition and its set-up, so that nobody is thrown out in the rush, and not beyond: it isn't
 * prolonged, and reading it writes nothing. Signing out, a new password, another role and removal end it at once.
 */
export const SESSION_SECONDS = 14 * 24 * 60 * 60;
const FAILURES_FROM_ONE_ADDRESS = 20;
/** Higher, so that a stranger elsewhere doesn't lock somebody out of their account. */
const FAILURES_OF_ONE_ACCOUNT = 200;
const USER_AGENT_LENGTH = 200;

/** Where a sign-in comes from. */
export interface Visitor {
  address: string;
  userAgent: string | undefined;
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
  async signIn(request: SignInRequest, visitor: Visitor): Promise<{ token: string; user: User }> {
    const email = request.email.trim().toLowerCase();
    const signedIn = await this.limiter.attempt(limitsOf(email, visitor.address), () =>
      this.begin(email, request, visitor),
    );
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
    const known = await this.limiter.attempt(limitsOf(email, address), () => this.check(email, password));
    if (known === undefined) throw new ProblemError("bad_credentials", "The present password is another.");
  }

  private async begin(
    email: string,
    { password, code }: SignInRequest,
    { address, userAgent }: Visitor,
  ): Promise<{ token: string; user: User } | undefined> {
    const known = await this.check(email, password);
    if (known === undefined) return undefined;
    const { id, name, role, secondFactor } = known.person;
    if (secondFactor && !(await this.isRightCode(id, code))) return undefined;
    const token = newSecretToken("session");
    const session = {
      id: uuidv7(),
      tokenHash: hashSecretToken(token),
      personId: id,
      lifetimeSeconds: SESSION_SECONDS,
      address,
      userAgent: userAgent?.slice(0, USER_AGENT_LENGTH) ?? null,
    };
    const begun = await this.transactions.run(async () => {
      // A second factor that is confirmed at this moment ends the sessions that began before, or is asked for.
      await this.people.lock(id);
      if (!secondFactor && (await this.factors.isAsked(id))) throw codeRequired();
      return this.sessions.begin(session, known.passwordHash);
    });
    return begun ? { token, user: { id, email: known.person.email, name, role } } : undefined;
  }

  /** Throws `second_factor_required` without a code, `too_many_attempts`. */
  private async isRightCode(personId: string, code = ""): Promise<boolean> {
    if (code.trim() === "") throw codeRequired();
    return this.factors.spend(personId, code);
  }

  private async check(email: string, password: string) {
    const known = z.email().safeParse(email).success ? await this.people.byEmail(email) : undefined;
    return (await isPasswordOf(known?.passwordHash, password)) ? known : undefined;
  }
}

const codeRequired = (): ProblemError =>
  new ProblemError("second_factor_required", "Send the code of your authenticator too.");

/** The e-mail is hashed: what is kept of failures names nobody (P1). */
function limitsOf(email: string, address: string): GuessLimit[] {
  const account = createHash("sha256").update(email).digest("base64url");
  return [
    { key: `sign-in ${account} ${address}`, most: FAILURES_FROM_ONE_ADDRESS },
    { key: `sign-in ${account}`, most: FAILURES_OF_ONE_ACCOUNT },
  ];
}
