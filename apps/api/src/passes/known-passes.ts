import { readPassCode } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { hash } from "node:crypto";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { type KnownPass, KnownPassesRepository } from "./known-passes.repository.ts";

export type { KnownPass } from "./known-passes.repository.ts";

/** Some ten megabytes; the passes of an hour at the gates. */
const MOST_KEPT = 20_000;

/**
 * Whether what was shown at a door is a pass of the edition, for the counting path: no signature is verified, a token
 * is known by its digest. What a pass says never changes, so what was found once is kept; what wasn't is looked for
 * again each time, as it may be issued meanwhile.
 */
@Injectable()
export class KnownPasses {
  /** By edition and digest or code, the longest unused first. */
  private readonly kept = new Map<string, KnownPass>();

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
      const known = this.recall(`${editionId} ${name}`);
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
      this.keep(`${editionId} ${name}`, pass);
    }
    return found;
  }

  private recall(key: string): KnownPass | undefined {
    const pass = this.kept.get(key);
    if (pass !== undefined) this.keep(key, pass);
    return pass;
  }

  private keep(key: string, pass: KnownPass): void {
    this.kept.delete(key);
    this.kept.set(key, pass);
    if (this.kept.size <= MOST_KEPT) return;
    const [oldest] = this.kept.keys();
    if (oldest !== undefined) this.kept.delete(oldest);
  }
}

/** Whether the pass, or all that its key signed, was revoked by this configuration's version. */
export function isRevoked(edition: EditionConfiguration, { facts, keyId }: KnownPass): boolean {
  return edition.revokedPasses.has(facts.code) || edition.passKeys.get(keyId)?.revoked === true;
}
