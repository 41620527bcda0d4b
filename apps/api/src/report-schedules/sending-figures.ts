import { names } from "@abwab/contract";
import { z } from "zod";

const counted = z.object({
  visits: z.int(),
  pavilionVisits: z.int(),
});

/** What letters say, kept with the sending so that each of them says the same. Times are ms since the epoch. */
export const sendingFigures = z.object({
  edition: z.object({ slug: z.string(), names, city: z.string(), venue: z.string(), timeZone: z.string() }),
  /** The edition is a draft: nothing of it counts. */
  rehearsal: z.boolean(),
  /** null where the edition has no such day. */
  day: counted
    .extend({
      peak: z.object({ from: z.number(), visits: z.int() }).nullable(),
      settled: z.boolean(),
    })
    .nullable(),
  total: counted.extend({ days: z.int(), settledDays: z.int() }),
  asOf: z.number(),
  version: z.int(),
});
export type SendingFigures = z.infer<typeof sendingFigures>;
