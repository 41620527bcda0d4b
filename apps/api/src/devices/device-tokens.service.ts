import { Injectable } from "@nestjs/common";
import { AuditService } from "../audit/audit.service.ts";
import { GuessLimiter } from "../guesses/guess-limiter.ts";
import type { Actor } from "../platform/actor.ts";
import type { Principal } from "../platform/principal.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { hashSecretToken, newSecretToken } from "../platform/secret-token.ts";
import { Transactions } from "../platform/transactions.ts";
import { DevicesRepository } from "./devices.repository.ts";

/** A kiosk rolls its token once a day; more is somebody who fills the audit trail. */
const MOST_IN_A_QUARTER_OF_AN_HOUR = 20;

/** Exchanges a device's token for another one. */
@Injectable()
export class DeviceTokensService {
  constructor(
    private readonly devices: DevicesRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
    private readonly limiter: GuessLimiter,
  ) {}

  /**
   * Returns a new token. The present one stays good until the new one is first used, so that a lost answer does no
   * harm: the device asks again, and the token it never got is nobody's. Throws `device_revoked` and
   * `too_many_attempts`.
   */
  async roll(caller: Principal, actor: Actor): Promise<string> {
    await this.limiter.fail({ key: `roll-token ${caller.id}`, most: MOST_IN_A_QUARTER_OF_AN_HOUR });
    const token = newSecretToken("device");
    await this.transactions.run(async () => {
      if (!(await this.devices.offerToken(caller.id, Buffer.from(hashSecretToken(token))))) {
        throw new ProblemError("device_revoked", "Pair this device again.");
      }
      await this.audit.record({ actor, action: "device.roll-token", subject: `device ${caller.id}` });
    });
    return token;
  }
}
