import type { Client } from "@abwab/api-client";
import { type NewReachFigure, routes } from "@abwab/contract";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition } from "../support/test-edition.ts";

let api: TestApi;
let administrator: Client;
let params: { slug: string };
beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  const published = [
    { metric: "broadcast_views", value: 29_000_000, qualifier: "about" as const, source: "press" },
    { metric: "visits", value: 2_400_000, qualifier: "about" as const, source: "press" },
  ];
  const { slug } = await createEdition(administrator, api.url, { published });
  params = { slug };
});

const figure = (given: Partial<NewReachFigure> = {}): NewReachFigure => ({
  channel: "YouTube",
  day: null,
  value: 1_000,
  qualifier: "exact",
  origin: "entered",
  source: "the channel's page",
  at: "2025-05-21T20:00:00.000Z",
  ...given,
});
const note = (given: Partial<NewReachFigure> = {}, client = administrator) =>
  client.call(routes.createReachFigure, { params, body: figure(given) });
const read = () => administrator.call(routes.getReach, { params });
const paste = (rows: NewReachFigure[]) => administrator.call(routes.importReach, { params, body: { rows } });

describe("the views of the broadcast", () => {
  it("stand beside what was announced, which nothing is added to", async () => {
    await note();
    await note({ channel: "TV", value: 500, qualifier: "over" });
    expect(await read()).toMatchObject({
      sums: [
        { channel: null, origin: "entered", value: 1_500, qualifier: "over" },
        { channel: "YouTube", value: 1_000 },
        { channel: "TV", value: 500 },
      ],
      announced: [{ value: 29_000_000, qualifier: "about", source: "press" }],
    });
  });

  it("show which figures the sums take", async () => {
    await note({ value: 900, at: "2025-05-20T20:00:00.000Z" });
    await note();
    expect((await read()).items.map(({ value, counts }) => [value, counts])).toEqual([
      [1_000, true],
      [900, false],
    ]);
  });

  it("are pasted in as a whole, once however often they are sent, also by two at once", async () => {
    const rows = [figure(), figure({ channel: "Facebook", value: 70, day: "2025-05-17" })];
    const answers = await Promise.all([paste(rows), paste(rows)]);
    expect(answers.map(({ added }) => added).toSorted((a, b) => a - b)).toEqual([0, 2]);
    expect((await read()).items).toHaveLength(2);
    expect(await refusal(paste([figure({ value: 5 }), figure({ value: -1 })]))).toBe("invalid");
    expect((await read()).items).toHaveLength(2);
  });

  it("are corrected and removed, and the trail says so", async () => {
    const { id } = await note();
    const one = { params: { ...params, id } };
    const changed = await administrator.call(routes.changeReachFigure, { ...one, body: { value: 1_100 } });
    expect(changed).toEqual({ ...figure(), id, value: 1_100, counts: true });
    await administrator.call(routes.removeReachFigure, one);
    expect((await read()).items).toEqual([]);
    expect(await refusal(administrator.call(routes.removeReachFigure, one))).toBe("not_found");
    const events = await queryDatabase<{ action: string }>(
      api.database,
      "select action from audit_event where subject = $1 order by id",
      [`reach ${params.slug}/${id}`],
    );
    expect(events.map(({ action }) => action)).toEqual(["reach.create", "reach.change", "reach.remove"]);
  });

  it("are noted by organisers and seen by viewers", async () => {
    const viewer = await api.as("viewer");
    expect(await refusal(note({}, viewer))).toBe("forbidden");
    expect((await viewer.call(routes.getReach, { params })).items).toEqual([]);
  });
});
