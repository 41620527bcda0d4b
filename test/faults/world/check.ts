import { connectToDatabase } from "@abwab/postgres";
import { recount } from "../../../tools/verify/recount.ts";
import { checkLedger } from "./check-ledger.ts";
import { checkScreens } from "./check-screens.ts";
import type { Journal } from "./journal.ts";
import type { Kiosk } from "./kiosk.ts";
import type { Screen } from "./screen.ts";

export interface Evidence {
  databaseUrl: string;
  /** Its slug. */
  edition: string;
  journal: Journal;
  kiosks: readonly Kiosk[];
  screens: readonly Screen[];
}

/**
 * What every scenario ends with: each acknowledged id is in the ledger exactly once and nothing that was never sent,
 * tallies equal the recount, outboxes are empty, screens show the database's figures. Answers one sentence a problem;
 * none when all is exact.
 */
export async function check({ databaseUrl, edition, journal, kiosks, screens }: Evidence): Promise<string[]> {
  const client = await connectToDatabase(databaseUrl);
  try {
    const problems = await checkScreens(client, edition, screens);
    problems.push(...(await checkLedger(client, edition, journal)));
    const { differences } = await recount(client);
    for (const { check: name, what, stored, recounted } of differences) {
      problems.push(`${name}, ${what}: stored ${stored}; recounted ${recounted}`);
    }
    const sending = kiosks.filter(({ stoppedBy }) => stoppedBy === undefined);
    const left = await Promise.all(sending.map((kiosk) => kiosk.pending()));
    const full = left.filter((items) => items > 0).length;
    if (full > 0) problems.push(`the outboxes of ${full} kiosks do not drain`);
    return summary(problems);
  } finally {
    await client.end();
  }
}

const MOST_SHOWN = 12;
const summary = (problems: string[]): string[] =>
  problems.length <= MOST_SHOWN
    ? problems
    : [...problems.slice(0, MOST_SHOWN), `and ${problems.length - MOST_SHOWN} more problems`];
