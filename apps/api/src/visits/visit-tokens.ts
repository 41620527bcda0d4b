import type { DeviceVisit, Visit } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { PassTokens } from "../passes/pass-tokens.ts";
import { PassesRepository } from "../passes/passes.repository.ts";

/** Four times the groups of a large edition. */
const MOST_KEPT = 8_000;

/** Tokens of group passes, which hundreds of kiosks ask for again and again: each is signed once. */
@Injectable()
export class VisitTokens {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly passes: PassesRepository,
    private readonly tokens: PassTokens,
  ) {}

  /** Those of the visits whose pass is good, with it. */
  async add(editionId: number, visits: readonly Visit[]): Promise<DeviceVisit[]> {
    const codes = visits.flatMap(({ passCode }) => passCode ?? []);
    const lacking = codes.filter((code) => !this.known.has(code));
    if (lacking.length > 0) {
      const issued = await this.tokens.of(await this.passes.some(editionId, lacking));
      if (this.known.size + issued.length > MOST_KEPT) this.known.clear();
      for (const { pass, token } of issued) this.known.set(pass.code, token);
    }
    return visits.flatMap((visit) => {
      const token = visit.passCode === null ? undefined : this.known.get(visit.passCode);
      return token === undefined ? [] : [{ visit, token }];
    });
  }
}
