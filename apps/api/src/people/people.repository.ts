import { Injectable } from "@nestjs/common";
import type { Person, Role } from "@abwab/contract";
import type { PageRequest } from "../platform/page-cursor.ts";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";
import { Transactions } from "../platform/transactions.ts";
import { orAlreadyExists } from "../platform/unique-violation.ts";

export interface PersonFields {
  email: string;
  name: string;
  role: Role;
  passwordHash: string;
}

const WITH_FACTOR = { secondFactor: { select: { confirmedAt: true } } } as const satisfies Prisma.PersonInclude;
type PersonRow = Prisma.PersonGetPayload<{ include: typeof WITH_FACTOR }>;

/** People in the order in which they were added; their ids are made in it. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly transactions: Transactions) {}

  async list({ after, limit }: PageRequest<string>): Promise<Person[]> {
    const rows = await this.transactions.client.person.findMany({
      ...(after !== undefined && { where: { id: { gt: after } } }),
      include: WITH_FACTOR,
      orderBy: { id: "asc" },
      take: limit,
    });
    return rows.map(toPerson);
  }

  async get(id: string): Promise<Person | undefined> {
    const row = await this.transactions.client.person.findUnique({ where: { id }, include: WITH_FACTOR });
    return row === null ? undefined : toPerson(row);
  }

  /** With the hash of the password. */
  async byEmail(email: string): Promise<{ person: Person; passwordHash: string } | undefined> {
    const row = await this.transactions.client.person.findUnique({ where: { email }, include: WITH_FACTOR });
    return row === null ? undefined : { person: toPerson(row), passwordHash: row.passwordHash };
  }

  async isEmpty(): Promise<boolean> {
    return (await this.transactions.client.person.findFirst({ select: { id: true } })) === null;
  }

  /** Throws `already_exists`. */
  async create(id: string, fields: PersonFields): Promise<Person> {
    const work = this.transactions.client.person.create({ data: { id, ...fields }, include: WITH_FACTOR });
    return toPerson(await orAlreadyExists(work, `${fields.email} is somebody already.`));
  }

  /** Throws `already_exists`. */
  async update(id: string, fields: Partial<PersonFields>): Promise<Person> {
    const work = this.transactions.client.person.update({ where: { id }, data: fields, include: WITH_FACTOR });
    return toPerson(await orAlreadyExists(work, `${fields.email ?? "This"} is somebody already.`));
  }

  async remove(id: string): Promise<void> {
    await this.transactions.client.person.delete({ where: { id } });
  }

  /** Nobody else gets past here with this person until the transaction ends. */
  async lock(id: string): Promise<void> {
    await this.transactions.client.$executeRaw`select id from person where id = ${id}::uuid for no key update`;
  }

  /** Their ids; none of them stops being one until the transaction ends. */
  async lockAdministrators(): Promise<string[]> {
    const rows = await this.transactions.client.$queryRaw<{ id: string }[]>`
      select id from person where role = 'administrator' order by id for no key update`;
    return rows.map((row) => row.id);
  }

  /** Only one transaction at a time gets past here. */
  async lockFirstAdministrator(): Promise<void> {
    await this.transactions.client.$executeRaw`select pg_advisory_xact_lock(hashtext('first-administrator'))`;
  }
}

function toPerson({ id, email, name, role, createdAt, lastSignInAt, secondFactor }: PersonRow): Person {
  return {
    id,
    email,
    name,
    role,
    createdAt: createdAt.toISOString(),
    lastSignInAt: lastSignInAt === null ? null : lastSignInAt.toISOString(),
    // One that is only offered asks nobody for a code.
    secondFactor: (secondFactor?.confirmedAt ?? null) !== null,
  };
}
