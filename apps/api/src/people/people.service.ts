import { Injectable } from "@nestjs/common";
import {
  type NewPerson,
  type Page,
  type PageQuery,
  type Person,
  type PersonPatch,
  uuid,
  routes,
} from "@abwab/contract";
import { v7 as uuidv7 } from "uuid";
import { AuditService, difference } from "../audit/audit.service.ts";
import { type Actor, refuseBound } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { withoutUndefined } from "../platform/without-undefined.ts";
import { hashPassword, newPassword } from "./password.ts";
import { PeopleRepository, type StoredPerson } from "./people.repository.ts";
import { Scopes } from "./scopes.ts";
import { SecondFactorRepository } from "./second-factor.repository.ts";
import { SessionsRepository } from "./sessions.repository.ts";

@Injectable()
export class PeopleService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly factors: SecondFactorRepository,
    private readonly scopes: Scopes,
    private readonly audit: AuditService,
    private readonly transactions: Transactions,
  ) {}

  async list({ limit, cursor }: PageQuery, actor: Actor): Promise<Page<Person>> {
    refuseBound(actor);
    const after = readCursor(cursor, uuid);
    const page = pageOf(await this.people.list({ after, limit: limit + 1 }), limit, (person) => person.id);
    return { ...page, items: await Promise.all(page.items.map((person) => this.shown(person))) };
  }

  /** With the password that was made, where none was given. Throws `already_exists`. */
  async create({ password, scope, ...fields }: NewPerson, actor: Actor): Promise<Person & { password?: string }> {
    refuseBound(actor);
    const made = password === undefined ? newPassword() : undefined;
    const passwordHash = await hashPassword(password ?? made ?? "");
    const bindings = await this.scopes.bindingsOf(scope);
    return this.transactions.run(async () => {
      const person = await this.people.create(uuidv7(), { ...fields, bindings, passwordHash });
      const after = { ...fields, ...(scope !== null && { scope }) };
      await this.audit.record({ actor, action: "person.create", subject: `person ${fields.email}`, after });
      return { ...(await this.shown(person)), ...(made !== undefined && { password: made }) };
    });
  }

  /** Throws `not_found`. */
  async get(id: string, actor: Actor): Promise<Person> {
    refuseBound(actor);
    return this.shown(await this.existing(id));
  }

  /** Another password, role or scope ends the person's sessions. Throws `already_exists`, `last_administrator`. */
  async change(id: string, { password, ...fields }: PersonPatch, actor: Actor, ifMatch?: string): Promise<Person> {
    refuseBound(actor);
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    return this.transactions.run(async () => {
      const administrators = await this.people.lockAdministrators();
      const person = await this.shown(await this.existing(id));
      refuseIfChanged(ifMatch, person, routes.changePerson);
      const changed = difference<Pick<Person, "email" | "name" | "role" | "scope">>(person, fields);
      if (changed === undefined && passwordHash === undefined) return person;
      const { scope, ...others } = changed?.after ?? {};
      const isOther = others.role !== undefined || scope !== undefined;
      if (isOther) this.keepOne(administrators, person);
      const bindings = scope === undefined ? undefined : await this.scopes.bindingsOf(scope);
      const after = await this.people.update(id, { ...others, ...withoutUndefined({ bindings, passwordHash }) });
      if (isOther || passwordHash !== undefined) {
        await this.sessions.endAllOf(id, actor.kind === "person" ? actor.sessionId : undefined);
      }
      const secret = passwordHash === undefined ? {} : { password: "another" };
      const trail = { before: changed?.before ?? {}, after: { ...changed?.after, ...secret } };
      await this.audit.record({ actor, action: "person.change", subject: `person ${person.email}`, ...trail });
      return this.shown(after);
    });
  }

  /** Throws `last_administrator`. */
  async remove(id: string, actor: Actor): Promise<void> {
    refuseBound(actor);
    await this.transactions.run(async () => {
      const administrators = await this.people.lockAdministrators();
      const person = await this.existing(id);
      this.keepOne(administrators, person);
      await this.people.remove(id);
      const { email, name, role } = person;
      await this.audit.record({
        actor,
        action: "person.remove",
        subject: `person ${email}`,
        before: { email, name, role },
      });
    });
  }

  /** For somebody who lost it; whoever signed in meanwhile is signed out. Throws `not_found`. */
  async resetSecondFactor(id: string, actor: Actor): Promise<void> {
    refuseBound(actor);
    await this.transactions.run(async () => {
      const { email } = await this.existing(id);
      if (!(await this.factors.remove(id))) throw new ProblemError("not_found", "This person has no second factor.");
      await this.sessions.endAllOf(id, undefined);
      await this.audit.record({ actor, action: "person.reset-second-factor", subject: `person ${email}` });
    });
  }

  /** @param administrators locked: two of them can't stop being one at once */
  private keepOne(administrators: readonly string[], person: { id: string }): void {
    if (administrators.length === 1 && administrators[0] === person.id) {
      throw new ProblemError("last_administrator", "Make somebody else an administrator first.");
    }
  }

  private async shown({ bindings, ...person }: StoredPerson): Promise<Person> {
    return { ...person, scope: await this.scopes.shown(bindings) };
  }

  private async existing(id: string): Promise<StoredPerson> {
    const person = uuid.safeParse(id).success ? await this.people.get(id) : undefined;
    if (person === undefined) throw new ProblemError("not_found", "There is no such person.");
    return person;
  }
}
