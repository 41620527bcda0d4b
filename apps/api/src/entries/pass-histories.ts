import type { PassCrossing } from "@abwab/domain";
import type { PreparedEntry } from "./prepare-entry.ts";

/** One crossing of a pass that is on the ledger and stands. */
export interface LedgerCrossing extends PassCrossing {
  id: string;
  zoneId: number;
  /** Of the pass, hex. */
  digest: string;
}

/** The crossings of a batch's passes at their zones: those on the ledger, and those that the batch itself adds. */
export class PassHistories {
  private readonly crossings = new Map<string, LedgerCrossing[]>();

  constructor(onLedger: readonly LedgerCrossing[]) {
    for (const crossing of onLedger) this.put(crossing);
  }

  /** What the entry's pass did at its zone beside this entry, which may be on the ledger already. */
  beside({ id, zoneId, passDigest }: PreparedEntry): PassCrossing[] {
    return (this.crossings.get(`${zoneId} ${passDigest}`) ?? []).filter((crossing) => crossing.id !== id);
  }

  /** Notes that an entry of the batch goes to the ledger; one that is there is not noted twice. */
  add({ id, zoneId, passDigest: digest, direction, headcount, placedAt: at, day }: PreparedEntry): void {
    if (digest !== null) this.put({ id, zoneId, digest, direction, headcount, at, day });
  }

  private put(crossing: LedgerCrossing): void {
    const key = `${crossing.zoneId} ${crossing.digest}`;
    const known = this.crossings.get(key);
    if (known === undefined) this.crossings.set(key, [crossing]);
    else if (!known.some(({ id }) => id === crossing.id)) known.push(crossing);
  }
}
