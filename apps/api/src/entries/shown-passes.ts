import { entryFlags } from "@abwab/contract";
import { toBits } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { isRevoked, KnownPasses } from "../passes/known-passes.ts";
import type { Batch } from "./batch.ts";
import { digestOf } from "./prepare-entry.ts";

const UNKNOWN_PASS = toBits(entryFlags, ["unknown_pass"]);
const REVOKED_PASS = toBits(entryFlags, ["revoked_pass"]);

/** Finds out which passes a batch's entries showed: one look-up for all of them, none where nobody showed one. */
@Injectable()
export class ShownPasses {
  constructor(private readonly passes: KnownPasses) {}

  async resolve(edition: EditionConfiguration, { crossings }: Batch): Promise<void> {
    const texts: string[] = [];
    for (const { entry } of crossings) if (entry.pass !== undefined) texts.push(entry.pass);
    if (texts.length === 0) return;
    const found = await this.passes.find(edition.id, texts);
    for (const { entry } of crossings) {
      if (entry.pass === undefined) continue;
      const pass = found.get(entry.pass);
      if (pass === undefined) {
        entry.shown = { state: "unknown" };
        entry.passDigest = digestOf(entry.pass);
        entry.flags |= UNKNOWN_PASS;
      } else {
        const revoked = isRevoked(edition, pass);
        entry.shown = { state: "valid", facts: { ...pass.facts, revoked } };
        entry.passDigest = pass.digest;
        if (revoked) entry.flags |= REVOKED_PASS;
      }
    }
  }

  /** The digest that the ledger keeps of a pass: of its token, also where its code was typed. */
  async digestOf(editionId: number, pass: string): Promise<string> {
    return (await this.passes.find(editionId, [pass])).get(pass)?.digest ?? digestOf(pass);
  }
}
