import { Injectable } from "@nestjs/common";
import type { PairRequest, PairResponse } from "@abwab/contract";
import { AuditService } from "../audit/audit.service.ts";
import { EditionChanges } from "../editions/edition-changes.ts";
import { EditionsService } from "../editions/editions.service.ts";
import { GuessLimiter } from "../guesses/guess-limiter.ts";
import type { Actor } from "../platform/actor.ts";
import { ProblemError } from "../platform/problem-error.ts";
import { hashSecretToken, newSecretToken } from "../platform/secret-token.ts";
import { DevicePresence } from "./device-presence.ts";
import { DevicesService } from "./devices.service.ts";
import { hashPairingCode } from "./pairing-code.ts";
import { newOffer, type OfferedPairing } from "./pairing-offer.ts";
import { type OfferedDevice, PairingRepository } from "./pairing.repository.ts";

/** A whole venue sets up its kiosks from one address: beyond this only wrong codes are answered 429. */
const WRONG_CODES = 60;
/** Nobody mistypes this often: beyond it an address isn't heard at all for a while. */
const WRONG_CODES_OF_AN_ATTACK = 5_000;

/** How a machine becomes a device: a code shown to an organiser, exchanged for a token once. */
@Injectable()
export class PairingService {
  constructor(
    private readonly pairing: PairingRepository,
    private readonly devices: DevicesService,
    private readonly editions: EditionsService,
    private readonly presence: DevicePresence,
    private readonly changes: EditionChanges,
    private readonly limiter: GuessLimiter,
    private readonly audit: AuditService,
  ) {}

  /** A new code, also for a revoked device, which the next pairing takes back. Throws `edition_archived`. */
  async renew(deviceId: string, actor: Actor): Promise<OfferedPairing> {
    const { editionId, device } = await this.devices.find(deviceId, actor);
    const offer = newOffer();
    return this.changes.runUnlessArchived(editionId, async () => {
      await this.pairing.offer(device.id, offer);
      await this.audit.record({ actor, action: "device.renew-pairing-code", subject: `device ${device.id}` });
      return { device, pairingCode: offer.code, expiresAt: offer.expiresAt };
    });
  }

  /** Ends the device's earlier token. Throws `pairing_code_unknown`, `pairing_code_used`, `too_many_attempts`. */
  async pair({ pairingCode, publicKey }: PairRequest, address: string): Promise<PairResponse> {
    const key = `pair ${address}`;
    await this.limiter.check({ key, most: WRONG_CODES_OF_AN_ATTACK });
    const codeHash = hashPairingCode(pairingCode);
    const offered = codeHash === undefined ? undefined : await this.pairing.find(codeHash);
    if (codeHash === undefined || offered === undefined || isOver(offered)) {
      await this.limiter.fail({ key, most: WRONG_CODES });
      throw new ProblemError("pairing_code_unknown", "Check the code, or ask an organiser for a new one.");
    }
    const token = newSecretToken("device");
    const { id, editionId } = offered;
    await this.changes.run(editionId, async () => {
      const secrets = { tokenHash: Buffer.from(hashSecretToken(token)), publicKey: publicKey ?? null };
      if (!(await this.pairing.accept(codeHash, secrets))) {
        throw new ProblemError("pairing_code_used", "Ask an organiser for a new code.");
      }
      const actor = { kind: "device", id, editionId, address } as const;
      await this.audit.record({ actor, action: "device.pair", subject: `device ${id}` });
    });
    this.presence.forget(id);
    const { device } = await this.devices.find(id, { kind: "device", id, editionId });
    return { token, device, edition: await this.editions.byId(editionId) };
  }
}

/** A code that was used stays known as used. */
const isOver = (offered: OfferedDevice): boolean => offered.expired && !offered.used;
