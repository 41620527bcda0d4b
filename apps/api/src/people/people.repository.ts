import { Injectable } from "@nestjs/common";
import type { Person, Role } from "@abwab/contract";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Binding } from "../platform/principal.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { orAlreadyExists } from "../platform/unique-violation.ts";
import { bindingsToJson } from "../platform/bindings-json.ts";

export interface PersonFields {
  email: string;
  name: string;
  role: Role;
  bindings: readonly Binding[] | null;
  passwordHash: string;
}

/** A person, with what they are bound to as it is kept. */
export type StoredPerson = Omit<Person, "scope"> & { bindings: readonly Binding[] | null };

const WITH_FACTOR = { secondFactor: { select: { confirmedAt: true } } } as const satisfies Prisma.PersonInclude;
type PersonRow = Prisma.PersonGetPayload<{ include: typeof WITH_FACTOR }>;

/** People in the order in which they were added; their ids are made in it. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly transactions: Transactions) {}

  async list({ after, limit }: PageRequest<string>): Promise<StoredPerson[]> {
    const rows = await this.transactions.client.person.findMany({
      ...(after !== undefined && { where: { id: { gt: after } } }),
      include: WITH_FACTOR,
      orderBy: { id: "asc" },
      take: limit,
    });
    return rows.map(toPerson);
  }

  async get(id: string): Promise<StoredPerson | undefined> {
    const row = await this.transactions.client.person.findUnique({ where: { id }, include: WITH_FACTOR });
    return row === null ? undefined : toPerson(row);
  }

  /** With the hash of the password. */
  async byEmail(email: string): Promise<{ person: StoredPerson; passwordHash: string } | undefined> {
    const row = await this.transactions.client.person.findUnique({ where: { email }, include: WITH_FACTOR });
    return row === null ? undefined : { person: toPerson(row), passwordHash: row.passwordHash };
  }

  async isEmpty(): Promise<boolean> {
    return (await this.transactions.client.person.findFirst({ select: { id: true } })) === null;
  }

  /** Throws `already_exists`. */
  async create(id: string, fields: PersonFields): Promise<StoredPerson> {
    const { email, name, role, passwordHash } = fields;
    const data = { id, email, name, role, passwordHash, scope: bindingsToJson(fields.bindings) };
    const work = this.transactions.client.person.create({ data, include: WITH_FACTOR });
    return toPerson(await orAlreadyExists(work, `${fields.email} is somebody already.`));
  }

  /** Throws `already_exists`. */
  async update(id: string, { bindings, ...fields }: Partial<PersonFields>): Promise<StoredPerson> {
    const data = { ...fields, ...(bindings !== undefined && { scope: bindingsToJson(bindings) }) };
    const work = this.transactions.client.person.update({ where: { id }, data, include: WITH_FACTOR });
    return toPerson(await orAlreadyExists(work, `${fields.email ?? "This"} is somebody already.`));
  }

  async remove(id: string): Promise<void> {
    await this.transactions.client.person.delete({ where: { id } });
  }

  /** Nobody else gets past here with this person until the transaction ends. */
  async lock(id: string): Promise<void> {
    await this.transactions.client.$executeRaw`select id from person where id = ${id}::uuid for no key update`;
  }

  /** Ids of those who are bound to nothing; none of them stops being one until the transaction ends. */
  async lockAdministrators(): Promise<string[]> {
    const rows = await this.transactions.client.$queryRaw<{ id: string }[]>`
      select id from person where role = 'administrator' and scope is null order by id for no key update`;
    return rows.map((row) => row.id);
  }

  /** Only one transaction at a time gets past here. */
  async lockFirstAdministrator(): Promise<void> {
    await this.transactions.client.$executeRaw`select pg_advisory_xact_lock(hashtext('first-administrator'))`;
  }
}

function toPerson({ id, email, name, role, createdAt, lastSignInAt, secondFactor, scope }: PersonRow): StoredPerson {
  return {
    id,
    email,
    name,
    role,
    bindings: scope as readonly Binding[] | null,
    createdAt: createdAt.toISOString(),
    lastSignInAt: lastSignInAt === null ? null : lastSignInAt.toISOString(),
    // One that is only offered asks nobody for a code.
    secondFactor: (secondFactor?.confirmedAt ?? null) !== null,
  };
}
