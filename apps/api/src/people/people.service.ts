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
import { type Actor, refuseBoundToken } from "../platform/actor.ts";
import { refuseIfChanged } from "../platform/entity-tag.ts";
import { pageOf, readCursor } from "../platform/page-cursor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { Transactions } from "../platform/transactions.ts";
import { withoutUndefined } from "../platform/without-undefined.ts";
import { hashPassword, newPassword } from "./password.ts";
import { PeopleRepository } from "./people.repository.ts";
import { SecondFactorRepository } from "./second-factor.repository.ts";
import { SessionsRepository } from "./sessions.repository.ts";

@Injectable()
export class PeopleService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly factors: SecondFactorRepository,
    private readonly audit: AuditService,
    private readonly transactions: Transactions,
  ) {}

  async list({ limit, cursor }: PageQuery, actor: Actor): Promise<Page<Person>> {
    refuseBoundToken(actor);
    const after = readCursor(cursor, uuid);
    return pageOf(await this.people.list({ after, limit: limit + 1 }), limit, (person) => person.id);
  }

  /** With the password that was made, where none was given. Throws `already_exists`. */
  async create({ password, ...fields }: NewPerson, actor: Actor): Promise<Person & { password?: string }> {
    refuseBoundToken(actor);
    const made = password === undefined ? newPassword() : undefined;
    const passwordHash = await hashPassword(password ?? made ?? "");
    return this.transactions.run(async () => {
      const person = await this.people.create(uuidv7(), { ...fields, passwordHash });
      await this.audit.record({ actor, action: "person.create", subject: `person ${fields.email}`, after: fields });
      return { ...person, ...(made !== undefined && { password: made }) };
    });
  }

  /** Throws `not_found`. */
  async get(id: string, actor: Actor): Promise<Person> {
    refuseBoundToken(actor);
    return this.existing(id);
  }

  /** Another password or role ends the person's sessions. Throws `already_exists`, `last_administrator`. */
  async change(id: string, { password, ...fields }: PersonPatch, actor: Actor, ifMatch?: string): Promise<Person> {
    refuseBoundToken(actor);
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    return this.transactions.run(async () => {
      const administrators = await this.people.lockAdministrators();
      const person = await this.existing(id);
      refuseIfChanged(ifMatch, person, routes.changePerson);
      const changed = difference<Pick<Person, "email" | "name" | "role">>(person, fields);
      if (changed === undefined && passwordHash === undefined) return person;
      const role = changed?.after.role;
      if (role !== undefined) this.keepOne(administrators, person);
      const after = await this.people.update(id, { ...changed?.after, ...withoutUndefined({ passwordHash }) });
      if (role !== undefined || passwordHash !== undefined) {
        await this.sessions.endAllOf(id, actor.kind === "person" ? actor.sessionId : undefined);
      }
      const secret = passwordHash === undefined ? {} : { password: "another" };
      const trail = { before: changed?.before ?? {}, after: { ...changed?.after, ...secret } };
      await this.audit.record({ actor, action: "person.change", subject: `person ${person.email}`, ...trail });
      return after;
    });
  }

  /** Throws `last_administrator`. */
  async remove(id: string, actor: Actor): Promise<void> {
    refuseBoundToken(actor);
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
    refuseBoundToken(actor);
    await this.transactions.run(async () => {
      const { email } = await this.existing(id);
      if (!(await this.factors.remove(id))) throw new ProblemError("not_found", "This person has no second factor.");
      await this.sessions.endAllOf(id, undefined);
      await this.audit.record({ actor, action: "person.reset-second-factor", subject: `person ${email}` });
    });
  }

  /** @param administrators locked: two of them can't stop being one at once */
  private keepOne(administrators: readonly string[], person: Person): void {
    if (administrators.length === 1 && administrators[0] === person.id) {
      throw new ProblemError("last_administrator", "Make somebody else an administrator first.");
    }
  }

  private async existing(id: string): Promise<Person> {
    const person = uuid.safeParse(id).success ? await this.people.get(id) : undefined;
    if (person === undefined) throw new ProblemError("not_found", "There is no such person.");
    return person;
  }
}
