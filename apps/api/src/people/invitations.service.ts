import {
  type Invitation,
  INVITATION_DAYS,
  type MadeInvitation,
  type NewInvitation,
  type Page,
  type PageQuery,
  uuid,
} from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService, nameOf } from "../audit/audit.service.ts";
import { type Actor, refuseBound } from "../platform/actor.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import type { Binding } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { hashSecretToken, newSecretToken } from "../platform/secret-token.ts";
import { Transactions } from "../platform/transactions.ts";
import { InvitationsRepository, type StoredInvitation } from "./invitations.repository.ts";
import { PeopleRepository } from "./people.repository.ts";
import { Scopes } from "./scopes.ts";

const LIFETIME_MS = INVITATION_DAYS * 24 * 60 * 60_000;

/** Links that administrators make; `InvitationAcceptance` opens them. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly people: PeopleRepository,
    private readonly scopes: Scopes,
    private readonly audit: AuditService,
    private readonly transactions: Transactions,
  ) {}

  async list({ limit, cursor }: PageQuery, actor: Actor): Promise<Page<Invitation>> {
    refuseBound(actor);
    const after = readCursor(cursor, uuid);
    const stored = await this.invitations.list({ after, limit: limit + 1 });
    const page = pageOf(stored, limit, (invitation) => invitation.id);
    return { ...page, items: await Promise.all(page.items.map((each) => this.shown(each))) };
  }

  /** Throws `already_exists` for who is there, or has a link that stands. */
  async invite(wanted: NewInvitation, actor: Actor): Promise<MadeInvitation> {
    refuseBound(actor);
    const bindings = await this.scopes.bindingsOf(wanted.scope);
    return this.transactions.run(async () => {
      if ((await this.people.byEmail(wanted.email)) !== undefined) {
        throw new ProblemError("already_exists", `${wanted.email} is somebody already.`);
      }
      return this.make({ ...wanted, bindings, personId: null }, "person.invite", actor);
    });
  }

  /** For somebody who forgot the password; in the place of a link that stands. Throws `not_found`. */
  async resetLink(personId: string, actor: Actor): Promise<MadeInvitation> {
    refuseBound(actor);
    return this.transactions.run(async () => {
      const person = uuid.safeParse(personId).success ? await this.people.get(personId) : undefined;
      if (person === undefined) throw new ProblemError("not_found", "There is no such person.");
      const { email, name, role, bindings } = person;
      // Two administrators who do it at once: the later link stands.
      await this.people.lock(personId);
      await this.invitations.withdrawAllOf(email);
      return this.make(
        { email, name, role, scope: await this.scopes.shown(bindings), bindings, personId },
        "person.make-reset-link",
        actor,
      );
    });
  }

  /** Throws `not_found`, `transition_not_allowed`. */
  async renew(id: string, actor: Actor): Promise<MadeInvitation> {
    refuseBound(actor);
    const token = newSecretToken("invitation");
    return this.transactions.run(async () => {
      const { email } = await this.existing(id);
      if (!(await this.invitations.renew(id, hashOf(token), expiry()))) throw over();
      await this.audit.record({ actor, action: "invitation.renew", subject: `person ${email}` });
      return { ...(await this.shown(await this.existing(id))), token };
    });
  }

  /** Throws `not_found`, `transition_not_allowed`. */
  async withdraw(id: string, actor: Actor): Promise<void> {
    refuseBound(actor);
    await this.transactions.run(async () => {
      const { email } = await this.existing(id);
      if (!(await this.invitations.withdraw(id))) throw over();
      await this.audit.record({ actor, action: "invitation.withdraw", subject: `person ${email}` });
    });
  }

  private async make(
    {
      personId,
      bindings,
      scope,
      ...fields
    }: NewInvitation & { personId: string | null; bindings: readonly Binding[] | null },
    action: string,
    actor: Actor,
  ): Promise<MadeInvitation> {
    const token = newSecretToken("invitation");
    const made = await this.invitations.create({
      ...fields,
      id: uuidv7(),
      tokenHash: hashOf(token),
      bindings,
      personId,
      createdBy: nameOf(actor),
      expiresAt: expiry(),
    });
    const after = { ...fields, ...(scope !== null && { scope }) };
    await this.audit.record({ actor, action, subject: `person ${fields.email}`, after });
    return { ...(await this.shown(made)), token };
  }

  private async shown({ personId: _of, bindings, ...invitation }: StoredInvitation): Promise<Invitation> {
    return { ...invitation, scope: await this.scopes.shown(bindings) };
  }

  private async existing(id: string): Promise<StoredInvitation> {
    const invitation = uuid.safeParse(id).success ? await this.invitations.get(id) : undefined;
    if (invitation === undefined) throw new ProblemError("not_found", "There is no such link.");
    return invitation;
  }
}

const hashOf = (token: string): Uint8Array<ArrayBuffer> => Uint8Array.from(hashSecretToken(token));
const expiry = (): Date => new Date(Date.now() + LIFETIME_MS);
const over = (): ProblemError =>
  new ProblemError("transition_not_allowed", "This link was used or withdrawn: make another.");
