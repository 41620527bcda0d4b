import { Inject, Injectable } from "@nestjs/common";
import { v7 as uuidv7 } from "uuid";
import { AuditService } from "../audit/audit.service.ts";
import { SYSTEM } from "../platform/actor.ts";
import { CONFIGURATION, type Configuration } from "../platform/configuration.ts";
import { Transactions } from "../platform/transactions.ts";
import { hashPassword, newPassword } from "./password.ts";
import { PeopleRepository } from "./people.repository.ts";

const DEFAULT_EMAIL = "admin@abwab.local";

/** Somebody who can sign in to a new database. */
@Injectable()
export class FirstAdministrator {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly people: PeopleRepository,
    private readonly audit: AuditService,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Adds the administrator that the settings name, or one where there is nobody at all. Who is there already is left
   * alone, whatever the settings say by now. A password that was made is printed, this once.
   */
  async ensure(): Promise<void> {
    const { ABWAB_ADMIN_EMAIL: named, ABWAB_ADMIN_PASSWORD: given } = this.configuration;
    const email = (named ?? DEFAULT_EMAIL).toLowerCase();
    const password = given ?? newPassword();
    const created = await this.transactions.run(async () => {
      await this.people.lockFirstAdministrator();
      const isThere = named === undefined ? !(await this.people.isEmpty()) : await this.people.byEmail(email);
      if (isThere) return false;
      const fields = { email, name: "Administrator", role: "administrator" } as const;
      await this.people.create(uuidv7(), { ...fields, bindings: null, passwordHash: await hashPassword(password) });
      await this.audit.record({ actor: SYSTEM, action: "person.create", subject: `person ${email}`, after: fields });
      return true;
    });
    if (created && given === undefined) {
      process.stdout.write(`first-administrator ${JSON.stringify({ email, password })}\n`);
    }
  }
}
