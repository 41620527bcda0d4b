import { type Client, Unreachable } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { connectToDatabase } from "@abwab/postgres";
import fc from "fast-check";
import { isDeepStrictEqual } from "node:util";
import { recount } from "../../../tools/verify/recount.ts";
import { startTestApi, type TestApi, type TestServer } from "../../support/test-api.ts";
import { anEntry, aVoid, createEdition, deviceWith, type TestDevice } from "../../support/test-edition.ts";
import { type Event, history, LedgerModel } from "./ledger-model.ts";
import type { Scenario } from "./scenario.ts";

const MINUTE = 60_000;
const HISTORIES = 15;

/** What chance may leave out, and every run has to meet: a void before its entry; a recount of before what came. */
const ALWAYS: [Event[][]][] = [
  [
    [
      [
        { kind: "entry", direction: "in", headcount: 4, slot: 1, isLate: true },
        { kind: "void", of: 0 },
      ],
    ],
  ],
  [
    [
      [{ kind: "entry", direction: "in", headcount: 5, slot: 0, isLate: false }],
      [{ kind: "anchor", inside: 7, slot: 3 }],
    ],
  ],
];

/** Generated histories, each on an edition of its own through two servers; the figures have to be the model's. */
export const playedHistories: Scenario = async ({ random, scale, plant }) => {
  await using api = await startTestApi();
  const second = await SecondServer.start(api);
  const administrator = await api.as("administrator");
  await plant?.(api.database.url);
  const outcome = await fc.check(
    fc.asyncProperty(history, async (groups) => {
      const run = await Run.start(api.url, second, administrator);
      await run.play(groups);
      const [shown, expected] = [await run.figures(), run.expected()];
      if (!isDeepStrictEqual(shown, expected))
        throw new Error(`shown ${JSON.stringify(shown)}, and the model says ${JSON.stringify(expected)}`);
    }),
    {
      numRuns: Math.ceil(HISTORIES * scale),
      examples: ALWAYS,
      seed: Math.floor(random() * 2 ** 31),
      endOnFailure: scale !== 1,
    },
  );
  const problems = outcome.failed ? [`${String(outcome.errorInstance)}\n${fc.defaultReportMessage(outcome)}`] : [];
  const client = await connectToDatabase(api.database.url);
  for (const { check, what } of (await recount(client)).differences)
    problems.push(`${check}, ${what}: not as recounted`);
  await client.end();
  return problems;
};

/** Another server on the same database, which ends and is followed by the next one. */
class SecondServer {
  readonly #api: TestApi;
  #server: TestServer;

  private constructor(api: TestApi, server: TestServer) {
    this.#api = api;
    this.#server = server;
  }

  static async start(api: TestApi): Promise<SecondServer> {
    return new SecondServer(api, await api.startAnother());
  }

  /** The one that is ending may not take it any more: the first server has it already. */
  async deliver(gate: TestDevice, entry: ReturnType<typeof anEntry>): Promise<void> {
    try {
      await deviceWith(this.#server.url, gate.id, gate.token).send([entry]);
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
    }
  }

  async restart(): Promise<void> {
    const before = this.#server;
    this.#server = await this.#api.startAnother();
    await before[Symbol.asyncDispose]();
  }
}

/** One history played on an edition of its own, through two servers. */
class Run {
  readonly #model = new LedgerModel();
  readonly #begun = Date.now();
  readonly #entries: ReturnType<typeof anEntry>[] = [];
  readonly #voided = new Set<string>();
  /** Made, and not yet delivered. */
  readonly #late: ReturnType<typeof anEntry>[] = [];
  /** Voids that were there before their entry: their kiosk sends them again. */
  readonly #unknown: ReturnType<typeof aVoid>[] = [];
  #moments = 0;
  #restarted = false;

  private constructor(
    readonly second: SecondServer,
    readonly administrator: Client,
    readonly slug: string,
    readonly gate: TestDevice,
  ) {}

  static async start(url: string, second: SecondServer, administrator: Client): Promise<Run> {
    const { slug, pair } = await createEdition(administrator, url);
    return new Run(second, administrator, slug, await pair("G1"));
  }

  async play(groups: Event[][]): Promise<void> {
    for (const group of groups) {
      await Promise.all(group.map((event) => this.#do(event)));
      // What was held up on the way comes now, after all that happened later.
      await this.gate.send(this.#late.splice(0));
      await this.gate.send(this.#unknown.splice(0));
    }
  }

  async figures(): Promise<Record<string, unknown>> {
    const { zones } = await this.administrator.call(routes.counts, { params: { slug: this.slug } });
    const site = zones.find(({ zone }) => zone === "SITE");
    return { entered: site?.enteredEdition, inside: site?.inside };
  }

  expected(): Record<string, unknown> {
    return { entered: this.#model.entered, inside: this.#model.inside };
  }

  async #do(event: Event): Promise<void> {
    switch (event.kind) {
      case "entry":
        return this.#enter(event);
      case "void":
        return this.#takeBack(event.of);
      case "again":
        return this.#deliverAgain(event.of);
      case "anchor":
      case "adjustment":
        return this.#correct(event);
      case "restart":
        return this.#restart();
    }
  }

  /** A moment of its own for each event, so that no two are the same instant. */
  #momentOf(slot: number): number {
    this.#moments += 1;
    return this.#begun - slot * MINUTE - this.#moments;
  }

  async #enter({ direction, headcount, slot, isLate }: Event & { kind: "entry" }): Promise<void> {
    const at = this.#momentOf(slot);
    const entry = anEntry({ direction, headcount, occurredAt: new Date(at).toISOString() });
    this.#entries.push(entry);
    this.#model.move(at, direction, headcount);
    if (isLate) this.#late.push(entry);
    else await this.gate.send([entry]);
  }

  async #takeBack(of: number): Promise<void> {
    const entry = this.#entries[of % Math.max(1, this.#entries.length)];
    if (entry === undefined || this.#voided.has(entry.id)) return;
    this.#voided.add(entry.id);
    this.#model.move(Date.parse(entry.occurredAt), entry.direction, -entry.headcount);
    const taken = aVoid(entry.id, { occurredAt: entry.occurredAt });
    const { results } = await this.gate.send([taken]);
    if (results[0]?.code === "unknown_entry") this.#unknown.push(taken);
  }

  async #deliverAgain(of: number): Promise<void> {
    const entry = this.#entries[of % Math.max(1, this.#entries.length)];
    if (entry !== undefined) await this.second.deliver(this.gate, entry);
  }

  async #correct(event: Event & { kind: "anchor" | "adjustment" }): Promise<void> {
    const at = this.#momentOf(event.slot);
    const params = { slug: this.slug, code: "SITE" };
    const when = new Date(at).toISOString();
    if (event.kind === "anchor") {
      this.#model.anchor(at, event.inside);
      const body = { inside: event.inside, countedAt: when, reason: "counted" };
      await this.administrator.call(routes.recountZone, { params, body });
    } else {
      this.#model.move(at, event.direction, event.headcount);
      const { direction, headcount } = event;
      await this.administrator.call(routes.adjustZone, {
        params,
        body: { direction, headcount, at: when, reason: "missed" },
      });
    }
  }

  /** Once a history: it is the slowest thing that can happen. */
  async #restart(): Promise<void> {
    if (this.#restarted) return;
    this.#restarted = true;
    await this.second.restart();
  }
}
