import { routes } from "@abwab/contract";
import { median } from "../bench/statistics.ts";
import { EDITION } from "../bench/machine/park.ts";
import type { ReportsBench } from "./reports-bench.ts";

/** From the asking to the last byte of the PDF, in ms. */
export interface MeasuredReport {
  /** The process that sets documents has to be started for it. */
  first: number;
  median: number;
}

const TIMES = 7;

/** The report of the day with the most visits, in each language in turn. */
export async function measureDayReport({ client, server }: ReportsBench): Promise<MeasuredReport> {
  const params = { slug: EDITION };
  const { items } = await client.call(routes.listDays, { params });
  const busiest = items.toSorted((a, b) => b.live.visits - a.live.visits)[0];
  if (busiest === undefined) throw new Error("The ledger has no day.");
  const { token } = await client.call(routes.createApiToken, { body: { name: "bench", role: "organiser" } });
  const times: number[] = [];
  for (const locale of Array.from({ length: TIMES }, (_, turn) => ["ar", "fr", "en"][turn % 3] ?? "en")) {
    const began = performance.now();
    const answer = await fetch(
      `http://127.0.0.1:${server.port}/api/v1/editions/${EDITION}/days/${busiest.date}/report?locale=${locale}`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    const bytes = await answer.bytes();
    if (!answer.ok || bytes.length === 0) throw new Error(`The report was answered ${answer.status}.`);
    times.push(performance.now() - began);
  }
  return { first: times[0] ?? Number.NaN, median: median(times.slice(1)) };
}
