import type { Session } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import type { PageRequest } from "../platform/page-cursor.ts";
import { Transactions } from "../platform/transactions.ts";

export interface NewSession {
  id: string;
  tokenHash: Buffer;
  personId: string;
  lifetimeSeconds: number;
  address: string;
  userAgent: string | null;
}

@Injectable()
export class SessionsRepository {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Begins a session if the password that was checked is still the person's: the row is locked first, so that a
   * session either comes before a change of the password, and is ended by it, or not at all. It is a limited one where
   * the role needs a second factor that isn't there. Returns nothing where the password is another by now.
   */
  async begin(session: NewSession, checkedHash: string): Promise<{ limited: boolean } | undefined> {
    const [begun] = await this.transactions.client.$queryRaw<{ limited: boolean }[]>`
      with person as (
        update person set last_sign_in_at = now()
        where id = ${session.personId}::uuid and password_hash = ${checkedHash}
        returning id, role
      )
      insert into session (token_hash, id, person_id, expires_at, address, user_agent, limited)
      select ${session.tokenHash}, ${session.id}::uuid, person.id,
             now() + ${session.lifetimeSeconds}::integer * interval '1 second', ${session.address}, ${session.userAgent},
             exists (select from account_policy where person.role = any (second_factor_roles))
               and not exists (select from second_factor where person_id = person.id and confirmed_at is not null)
      from person
      returning limited`;
    return begun;
  }

  /** The latest first: their ids are made in the order of time. */
  async list(personId: string, { after, limit }: PageRequest<string>): Promise<Omit<Session, "current">[]> {
    const rows = await this.transactions.client.session.findMany({
      where: { personId, expiresAt: { gt: new Date() }, ...(after !== undefined && { id: { lt: after } }) },
      orderBy: { id: "desc" },
      take: limit,
    });
    return rows.map(({ id, createdAt, expiresAt, address, userAgent }) => ({
      id,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      address,
      userAgent,
    }));
  }

  /** Returns whether it was one of this person's. */
  async endOwn(personId: string, id: string): Promise<boolean> {
    const ended = await this.transactions.client.session.deleteMany({ where: { id, personId } });
    return ended.count === 1;
  }

  async end(id: string): Promise<void> {
    await this.transactions.client.session.deleteMany({ where: { id } });
  }

  /** Call it after the change that ends them, in the same transaction. */
  async endAllOf(personId: string, except: string | undefined): Promise<void> {
    await this.transactions.client.session.deleteMany({
      where: { personId, ...(except !== undefined && { id: { not: except } }) },
    });
  }

  /** Whether this person is signed in from this address now. */
  async isOf(email: string, address: string): Promise<boolean> {
    const where = { address, expiresAt: { gt: new Date() }, person: { email } };
    return (await this.transactions.client.session.findFirst({ where, select: { id: true } })) !== null;
  }

  /** The second factor that it was limited to is set up. */
  async lift(id: string): Promise<void> {
    await this.transactions.client.session.update({ where: { id }, data: { limited: false } });
  }

  async removeExpired(): Promise<void> {
    await this.transactions.client.session.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  }
}
