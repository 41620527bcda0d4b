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

  /** By the code of their pass. */
  async of(editionId: number, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const lacking = codes.filter((code) => !this.known.has(code));
    if (lacking.length > 0) {
      const issued = await this.tokens.of(await this.passes.some(editionId, lacking));
      if (this.known.size + issued.length > MOST_KEPT) this.known.clear();
      for (const { pass, token } of issued) this.known.set(pass.code, token);
    }
    // A copy: what is kept may be let go while this one is read.
    return new Map(codes.flatMap((code) => [[code, this.known.get(code)] as const]).filter(isKnown));
  }
}

const isKnown = (pair: readonly [string, string | undefined]): pair is [string, string] => pair[1] !== undefined;
