import { readPassCode } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { hash } from "node:crypto";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { type KnownPass, KnownPassesRepository } from "./known-passes.repository.ts";
import { RecentPasses } from "./recent-passes.ts";

export type { KnownPass } from "./known-passes.repository.ts";

/** Kept for sure, and at most twice as many: those inside for some hours, in less than a hundred megabytes. */
const KEPT = 100_000;

/**
 * Whether what was shown at a door is a pass of the edition, for the counting path: no signature is verified, a token
 * is known by its digest. What a pass says never changes, so what was found once is kept; what wasn't is looked for
 * again each time, as it may be issued meanwhile.
 */
@Injectable()
export class KnownPasses {
  /** By digest or code: both name one pass among those of all editions. */
  private readonly recent = new RecentPasses(KEPT);

  constructor(private readonly repository: KnownPassesRepository) {}

  /**
   * @param shown tokens, or codes as somebody typed them
   * @returns for each of them the pass, undefined where the edition has no such one
   */
  async find(editionId: number, shown: readonly string[]): Promise<Map<string, KnownPass | undefined>> {
    const found = new Map<string, KnownPass | undefined>();
    const digests = new Map<string, string>();
    const codes = new Map<string, string>();
    for (const text of shown) {
      if (found.has(text)) continue;
      const code = readPassCode(text);
      const name = code ?? hash("sha256", text, "hex");
      const kept = this.recent.get(name);
      const known = kept?.editionId === editionId ? kept : undefined;
      found.set(text, known);
      if (known === undefined) (code === undefined ? digests : codes).set(text, name);
    }
    if (digests.size + codes.size === 0) return found;
    const passes = await this.repository.find(editionId, [...digests.values()], [...codes.values()]);
    const byName = new Map(passes.flatMap((pass) => [[pass.digest, pass] as const, [pass.facts.code, pass] as const]));
    for (const [text, name] of [...digests, ...codes]) {
      const pass = byName.get(name);
      if (pass === undefined) continue;
      found.set(text, pass);
      // By the pass's own text, so that it is in memory once.
      this.recent.set(name === pass.digest ? pass.digest : pass.facts.code, pass);
    }
    return found;
  }
}

/** Whether the pass, or all that its key signed, was revoked by this configuration's version. */
export function isRevoked(edition: EditionConfiguration, { facts, keyId }: KnownPass): boolean {
  return edition.revokedPasses.has(facts.code) || edition.passKeys.get(keyId)?.revoked === true;
}
