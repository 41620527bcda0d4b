import { type AccountPolicy, type AccountPolicyFields, roles } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { AuditService, difference } from "../audit/audit.service.ts";
import { type Actor, refuseBound } from "../platform/actor.ts";
import { Transactions } from "../platform/transactions.ts";
import { AccountPolicyRepository } from "./account-policy.repository.ts";

/**
 * Which roles need a second factor. It shuts nobody out: who has none sets it up at the next sign-in, with a session
 * that does nothing else; sessions that go on are left alone.
 */
@Injectable()
export class AccountPolicyService {
  constructor(
    private readonly policies: AccountPolicyRepository,
    private readonly audit: AuditService,
    private readonly transactions: Transactions,
  ) {}

  show(actor: Actor): Promise<AccountPolicy> {
    refuseBound(actor);
    return this.policies.get();
  }

  async change(wanted: AccountPolicyFields, actor: Actor): Promise<AccountPolicy> {
    refuseBound(actor);
    const secondFactorRoles = roles.filter((role) => wanted.secondFactorRoles.includes(role));
    return this.transactions.run(async () => {
      const { secondFactorRoles: before } = await this.policies.get();
      const changed = difference({ secondFactorRoles: before }, { secondFactorRoles });
      if (changed !== undefined) {
        await this.policies.setSecondFactorRoles(secondFactorRoles);
        await this.audit.record({ actor, action: "account-policy.change", subject: "account-policy", ...changed });
      }
      return this.policies.get();
    });
  }
}
