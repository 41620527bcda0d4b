import { ApiProblem, type Client } from "@abwab/api-client";
import { routes, type Edition } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { FatalError } from "../start/fatal-error.ts";
import { listAll } from "../virtual-kiosk/list-all.ts";
import { pairKiosks } from "../virtual-kiosk/pair-kiosks.ts";
import { checkpointsFor, checkTimes } from "./check-plan.ts";
import { compareDays, compareHistory, type Difference } from "./compare-counts.ts";
import { entriesOfRow, type ReplayEntry } from "./entries-of-row.ts";
import { ExpectedCounts } from "./expected-counts.ts";
import { KioskSender } from "./kiosk-sender.ts";
import type { ReplayOptions } from "./options.ts";
import { Outcome } from "./outcome.ts";
import { playAtOnce } from "./play-at-once.ts";
import { playAtSpeed } from "./play-at-speed.ts";
import type { Extent, Progress } from "./progress.ts";
import { readRows } from "./read-rows.ts";
import type { ReplayRow } from "./replay-row.ts";
import { readWindow, rowsWithin } from "./replay-window.ts";
import { surveyFile } from "./survey-file.ts";

export interface ReplayReport {
  readonly outcome: Outcome;
  readonly tookMs: number;
  readonly expected: ExpectedCounts;
  readonly zoneKinds: ReadonlyMap<string, string>;
  readonly compared: number;
  readonly differences: Difference[];
}

export interface ReplaySurroundings {
  readonly staff: Client;
  readonly showProgress: (extent: Extent) => Progress;
  readonly say?: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** Replays a file into an edition through the public API and compares what the service then counts with the file. */
export async function replay(
  options: ReplayOptions,
  { staff, showProgress, say, signal }: ReplaySurroundings,
): Promise<ReplayReport> {
  const { file, edition: slug } = options;
  const edition = await findEdition(staff, slug);
  const calendar = createCalendar(edition.timeZone, edition.dayCutoff);
  const window = readWindow(options.from, options.to, calendar);
  const rows = (): AsyncIterable<ReplayRow> => rowsWithin(readRows(file), window);

  const survey = await surveyFile(file, rows());
  checkTimes(file, survey, options.speed, Date.now());
  const params = { slug };
  const all = await listAll((cursor) =>
    staff.call(routes.listCheckpoints, { params, query: { limit: 500, ...cursor } }),
  );
  const zones = await listAll((cursor) => staff.call(routes.listZones, { params, query: { limit: 500, ...cursor } }));
  const checkpoints = checkpointsFor(file, slug, survey, all);

  say?.(`${survey.rows} rows, ${survey.people} people; pairing ${checkpoints.length} kiosks …`);
  const kiosks = await pairKiosks(staff, {
    baseUrl: options.url,
    edition: slug,
    checkpoints,
    nameFor: ({ code }) => `Replay ${code}`,
  });

  const expected = new ExpectedCounts(calendar);
  const identity = { edition: slug, seed: options.seed, slotMs: survey.slotMs };
  function* entriesOf(row: ReplayRow): Generator<ReplayEntry> {
    for (const entry of entriesOfRow(row, identity)) {
      expected.add(row.zone, entry.direction, Date.parse(entry.occurredAt), entry.headcount);
      yield entry;
    }
  }

  const outcome = new Outcome();
  const sender = new KioskSender(kiosks, options.concurrency, outcome, signal);
  const playedMs = survey.lastSlot + survey.slotMs - survey.firstSlot;
  const plannedMs = options.speed === "max" ? undefined : playedMs / options.speed;
  const progress = showProgress({ people: survey.people, plannedMs });
  const refresh = setInterval(() => progress.update(outcome.people, outcome.sent), 200);
  const begun = performance.now();
  try {
    if (options.speed === "max") await playAtOnce(rows(), entriesOf, sender);
    else
      await playAtSpeed(rows(), entriesOf, sender, {
        speed: options.speed,
        firstSlot: survey.firstSlot,
        slotMs: survey.slotMs,
        signal,
      });
  } finally {
    clearInterval(refresh);
    progress.update(outcome.people, outcome.sent);
    progress.stop();
  }
  const tookMs = performance.now() - begun;

  const whole = options.from === undefined && options.to === undefined;
  const history = await compareHistory(staff, slug, [survey.firstSlot, survey.lastSlot + survey.slotMs], expected);
  const days = whole ? await compareDays(staff, slug, zones, expected) : { compared: 0, differences: [] };
  return {
    outcome,
    tookMs,
    expected,
    zoneKinds: new Map(zones.map((zone) => [zone.code, zone.kind])),
    compared: history.compared + days.compared,
    differences: [...days.differences, ...history.differences],
  };
}

async function findEdition(staff: Client, slug: string): Promise<Edition> {
  try {
    return await staff.call(routes.getEdition, { params: { slug } });
  } catch (cause) {
    if (cause instanceof ApiProblem && cause.code === "not_found")
      throw new FatalError(`There is no edition ${slug}.`, { cause });
    throw cause;
  }
}
