import type { InvitationAcceptance as Acceptance, ShownInvitation } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService } from "../audit/audit.service.ts";
import { GuessLimiter } from "../guesses/guess-limiter.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { hashSecretToken } from "../platform/secret-token.ts";
import { Transactions } from "../platform/transactions.ts";
import { InvitationsRepository, type StoredInvitation } from "./invitations.repository.ts";
import { hashPassword } from "./password.ts";
import { PeopleRepository } from "./people.repository.ts";
import { SecondFactorService } from "./second-factor.service.ts";
import type { BegunSession } from "./sign-in.service.ts";
import { newSession, type Visitor } from "./session-start.ts";
import { SessionsRepository } from "./sessions.repository.ts";

/** A link has 256 random bits: this keeps out nobody who has one, only what hammers on it. */
const UNKNOWN_FROM_ONE_ADDRESS = 60;

/** What somebody does with a link that an administrator gave them. */
@Injectable()
export class InvitationAcceptance {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly factors: SecondFactorService,
    private readonly limiter: GuessLimiter,
    private readonly audit: AuditService,
    private readonly transactions: Transactions,
  ) {}

  /** Throws `invitation_unknown`, `invitation_used`, `invitation_expired`, `too_many_attempts`. */
  async look(token: string, address: string): Promise<ShownInvitation> {
    const { kind, email, name, role, expiresAt, personId } = await this.standing(token, address);
    const codeNeeded = personId !== null && (await this.factors.isAsked(personId));
    return { kind, email, name, role, expiresAt, codeNeeded };
  }

  /**
   * Sets the password, ends what sessions there are, and begins one. Throws what `look` throws, `already_exists`, and
   * `second_factor_required` or `bad_credentials` where there is a second factor; the link then goes on to open.
   */
  async accept({ token, password, code }: Acceptance, visitor: Visitor): Promise<BegunSession> {
    const invitation = await this.standing(token, visitor.address);
    await this.prove(invitation.personId, code);
    const passwordHash = await hashPassword(password);
    return this.transactions.run(async () => {
      // Only one who brings it gets past here.
      if (!(await this.invitations.use(hashOf(token)))) throw used();
      const personId = await this.setPassword(invitation, passwordHash);
      const { token: secret, session } = newSession(personId, visitor);
      const begun = await this.sessions.begin(session, passwordHash);
      if (begun === undefined) throw new Error("a password that was just set is another");
      const { email, name, role, bindings } = (await this.people.get(personId)) ?? invitation;
      const user = { id: personId, email, name, role };
      const actor = {
        kind: "person",
        ...user,
        scope: bindings,
        sessionId: session.id,
        address: visitor.address,
      } as const;
      const action = invitation.kind === "reset" ? "person.reset-password" : "person.accept-invitation";
      await this.audit.record({ actor, action, subject: `person ${email}` });
      return { token: secret, bindings, signedIn: { user, ...(begun.limited && { secondFactorMissing: true }) } };
    });
  }

  private async setPassword(
    { personId, email, name, role, bindings }: StoredInvitation,
    passwordHash: string,
  ): Promise<string> {
    if (personId === null)
      return (await this.people.create(uuidv7(), { email, name, role, bindings, passwordHash })).id;
    await this.people.update(personId, { passwordHash });
    await this.sessions.endAllOf(personId, undefined);
    return personId;
  }

  /** A link is one thing that somebody has; the second factor is another one. */
  private async prove(personId: string | null, code = ""): Promise<void> {
    if (personId === null || !(await this.factors.isAsked(personId))) return;
    if (code.trim() === "") {
      throw new ProblemError("second_factor_required", "Send the code of your authenticator too.");
    }
    if (!(await this.factors.spend(personId, code))) {
      throw new ProblemError("bad_credentials", "This code is wrong, or was used already.");
    }
  }

  private async standing(token: string, address: string): Promise<StoredInvitation> {
    const limit = { key: `invitation ${address}`, most: UNKNOWN_FROM_ONE_ADDRESS };
    const invitation = await this.limiter.attempt([limit], () => this.invitations.byToken(hashOf(token)));
    if (invitation === undefined) {
      throw new ProblemError("invitation_unknown", "Check that the link is whole, or ask for another.");
    }
    if (invitation.state === "used") throw used();
    if (invitation.state !== "open") {
      throw new ProblemError("invitation_expired", "Ask an administrator for a new link.");
    }
    return invitation;
  }
}

const hashOf = (token: string): Uint8Array<ArrayBuffer> => Uint8Array.from(hashSecretToken(token));
const used = (): ProblemError =>
  new ProblemError("invitation_used", "Sign in with the password that was chosen, or ask for another link.");
