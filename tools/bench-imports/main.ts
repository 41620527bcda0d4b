import { cpus, loadavg } from "node:os";
import { CookieHolder, createClient } from "@abwab/api-client";
import { type ImportSummary, routes } from "@abwab/contract";
import { benchProduct, credentials } from "../bench/bench-product.ts";
import { FatalError } from "../start/fatal-error.ts";
import { largeList } from "./large-list.ts";
import { type Measured, writePage } from "./page.ts";

const ROWS = 50_000;
const POLL_MS = 50;
const ASK_EVERY_MS = 100;
const LONGEST_MS = 60_000;
const slug = "lists";
const params = { slug };

async function measure(url: string): Promise<Measured> {
  const client = createClient({ baseUrl: url, cookie: new CookieHolder(), timeoutMs: LONGEST_MS });
  await client.call(routes.signIn, { body: credentials });
  const names = { ar: "أيام", fr: "Journées", en: "Days" };
  // Contacts of an edition that has long been over would be purged meanwhile.
  const days = [{ date: new Date().toISOString().slice(0, 10), opensAt: "09:00", closesAt: "21:00" }];
  const place = { city: "El Jadida", venue: "Park", timeZone: "Africa/Casablanca" };
  await client.call(routes.createEdition, { body: { slug, names, days, ...place } });
  const file = new TextEncoder().encode(largeList(ROWS));

  /** How long until it is in none of these states any more, in ms, and what it is then. */
  const until = async (id: string, states: readonly ImportSummary["state"][]): Promise<ImportSummary> => {
    for (;;) {
      const summary = await client.call(routes.getImport, { params: { slug, id } });
      if (!states.includes(summary.state)) return summary;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  };
  const read = async () => {
    const began = performance.now();
    const { id } = await client.call(routes.createImport, { params, query: { fileName: "لائحة.csv" }, file });
    const { outcomes, state, fault } = await until(id, ["reading"]);
    if (state !== "preview") throw new FatalError(`The list was not read: ${fault}`);
    return { id, outcomes, ms: performance.now() - began };
  };
  const confirm = async (id: string): Promise<number> => {
    const began = performance.now();
    await client.call(routes.confirmImport, { params: { slug, id } });
    const { state, fault } = await until(id, ["committing"]);
    if (state !== "done") throw new FatalError(`The list was not imported: ${fault}`);
    return performance.now() - began;
  };

  const answers: number[] = [];
  let isOver = false;
  const asking = (async () => {
    while (!isOver) {
      const began = performance.now();
      await fetch(`${url}/health/live`);
      answers.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    }
  })();
  try {
    const first = await read();
    const firstCommit = await confirm(first.id);
    const second = await read();
    const began = performance.now();
    await client.call(routes.undoImport, { params: { slug, id: first.id } });
    const undo = performance.now() - began;
    return {
      cores: cpus().length,
      load: loadavg()[0] ?? 0,
      rows: ROWS,
      bytes: file.length,
      first: first.ms,
      firstOutcomes: first.outcomes,
      commit: firstCommit,
      second: second.ms,
      secondOutcomes: second.outcomes,
      undo,
      answers,
    };
  } finally {
    isOver = true;
    await asking;
  }
}

await benchProduct({ page: "benchmarks-imports.md", sample: false }, async ({ url }) => writePage(await measure(url)));
