import { z } from "zod";
import { countTotals } from "./counts.ts";
import { editionStatus } from "./editions.ts";
import { localDate, names, slug } from "./primitives.ts";

/** What everybody may read of a public edition, `GET /public/{edition}`: its totals, and nothing of any zone. */
export const publicCounter = z.object({
  edition: slug,
  names,
  status: editionStatus,
  /** IANA; `day` is a day on its clocks. */
  timeZone: z.string(),
  /** The day that is now, or the edition's latest one. */
  day: localDate,
  /** Of the ledger: a lower one than was shown already is to be dropped. */
  version: z.int(),
  /** When these figures were read; at most ten seconds before they were asked for. */
  asOf: z.string(),
  totals: countTotals,
});
export type PublicCounter = z.infer<typeof publicCounter>;
