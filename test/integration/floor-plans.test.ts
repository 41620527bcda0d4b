import { deflateSync, crc32 } from "node:zlib";
import type { Client } from "@abwab/api-client";
import { type FloorPlanChange, MAX_BACKGROUND_BYTES, routes } from "@abwab/contract";
import { refusal } from "../support/refusal.ts";
import { startTestApi, type TestApi } from "../support/test-api.ts";
import { createEdition } from "../support/test-edition.ts";

let api: TestApi;
let administrator: Client;
let organiser: Client;
let params: { slug: string };

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as("administrator");
  organiser = await api.as("organiser");
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  params = { slug: (await createEdition(administrator, api.url)).slug };
});

const rectangle = (zone: string, x = 10) =>
  ({ zone, shape: "rectangle", x, y: 10, width: 12, height: 8, rotation: 0 }) as const;
const plan = (given: Partial<FloorPlanChange> = {}): FloorPlanChange => ({
  version: 0,
  width: 120,
  height: 80,
  placements: [rectangle("P01")],
  doors: [{ checkpoint: "G1", x: 60, y: 80 }],
  ...given,
});
const draw = (given: Partial<FloorPlanChange> = {}, client = organiser) =>
  client.call(routes.changeFloorPlan, { params, body: plan(given) });
const read = () => organiser.call(routes.getFloorPlan, { params });

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A whole PNG, all black. */
function png(width = 4, height = 3): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const rows = deflateSync(Buffer.alloc((width + 1) * height));
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

const upload = (file: Buffer<ArrayBuffer>, version = 0) =>
  organiser.call(routes.setPlanBackground, { params, query: { version }, file });
const picture = (headers: Record<string, string> = {}) => {
  const address = `${api.url}/api/v1/editions/${params.slug}/floor-plan/background`;
  return fetch(address, { headers: { authorization: `Bearer ${token}`, ...headers } });
};
let token: string;
beforeAll(async () => {
  ({ token } = await administrator.call(routes.createApiToken, { body: { name: "reader", role: "viewer" } }));
});

describe("the floor plan of an edition", () => {
  it("is empty until somebody draws it, and then as they left it", async () => {
    expect(await read()).toMatchObject({ version: 0, placements: [], doors: [], background: null });
    const drawn = await draw();
    expect(drawn).toMatchObject({ version: 1, sample: false, width: 120, placements: [rectangle("P01")] });
    expect(await read()).toEqual(drawn);
  });

  it("keeps polygons", async () => {
    const arena = {
      zone: "ARENA",
      shape: "polygon",
      points: [
        { x: 1, y: 1 },
        { x: 9, y: 1 },
        { x: 5, y: 8 },
      ],
    } as const;
    await draw({ placements: [{ ...arena, points: [...arena.points] }] });
    expect((await read()).placements).toEqual([arena]);
  });

  it("notices that two people changed it at once: the second is told, the first's plan stands", async () => {
    await draw();
    await draw({ version: 1, placements: [rectangle("P01", 30)] });
    expect(await refusal(draw({ version: 1, placements: [] }, administrator))).toBe("changed_meanwhile");
    expect(await read()).toMatchObject({ version: 2, placements: [rectangle("P01", 30)] });
  });

  it("takes one of many who save the same version at the same moment", async () => {
    const saved = await Promise.allSettled([1, 2, 3, 4, 5].map((x) => draw({ placements: [rectangle("P01", x)] })));
    expect(saved.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const again = await Promise.allSettled(
      [1, 2, 3].map((x) => draw({ version: 1, placements: [rectangle("P01", x)] })),
    );
    expect(again.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it.each([
    ["a zone that is not there", { placements: [rectangle("P99")] }, "placements.0.zone"],
    ["a zone twice", { placements: [rectangle("P01"), rectangle("P01", 40)] }, "placements"],
    ["a checkpoint that is not there", { doors: [{ checkpoint: "G9", x: 1, y: 1 }] }, "doors.0.checkpoint"],
    ["a place left of the edge", { placements: [rectangle("P01", -1)] }, "placements.0.x"],
    [
      "a polygon of two corners",
      { placements: [{ zone: "P01", shape: "polygon" as const, points: [] }] },
      "placements.0.points",
    ],
  ])("refuses %s and says where", async (_, given, path) => {
    await expect(draw(given)).rejects.toMatchObject({ code: "invalid", errors: [{ path }] });
  });

  it("loses a zone with the zone", async () => {
    const body = { code: "TENT", kind: "other", names: { ar: "خيمة", fr: "Tente", en: "Tent" } } as const;
    await administrator.call(routes.createZone, { params, body });
    await draw({ placements: [rectangle("P01"), rectangle("TENT", 40)] });
    await administrator.call(routes.removeZone, { params: { ...params, code: "TENT" } });
    expect((await read()).placements).toEqual([rectangle("P01")]);
  });

  it("stays as it was in an archived edition", async () => {
    for (const status of ["closed", "archived"] as const) {
      await administrator.call(routes.changeEdition, { params, body: { status } });
    }
    expect(await refusal(draw())).toBe("edition_archived");
    expect(await refusal(upload(png()))).toBe("edition_archived");
  });

  it("P2: stands on the trail with its versions", async () => {
    await draw();
    const { items } = await administrator.call(routes.listAudit, { query: { limit: 1 } });
    expect(items[0]).toMatchObject({
      action: "floor-plan.change",
      subject: `floor-plan ${params.slug}`,
      before: { version: 0 },
      after: { version: 1, zones: 1, doors: 1 },
    });
  });
});

describe("the picture behind a floor plan", () => {
  it("is served as it came, with a tag that saves reading it again", async () => {
    const sent = png(40, 30);
    const after = await upload(sent);
    expect(after).toMatchObject({
      version: 2,
      background: { type: "image/png", width: 40, height: 30, bytes: sent.length },
    });
    const first = await picture();
    expect(first.headers.get("content-type")).toBe("image/png");
    expect(first.headers.get("x-content-type-options")).toBe("nosniff");
    expect(Buffer.from(await first.arrayBuffer()).equals(sent)).toBe(true);
    const again = await picture({ "if-none-match": first.headers.get("etag") ?? "" });
    expect(again.status).toBe(304);
  });

  it("is replaced and taken away, each a version of the plan", async () => {
    await draw();
    await upload(png(), 1);
    const { background } = await upload(png(8, 8), 2);
    expect(background).toMatchObject({ width: 8, height: 8 });
    const removed = await organiser.call(routes.removePlanBackground, { params, query: { version: 3 } });
    expect(removed).toMatchObject({ version: 4, background: null, placements: [rectangle("P01")] });
    expect((await picture()).status).toBe(404);
  });

  it("does not overwrite what somebody else has changed", async () => {
    await draw();
    expect(await refusal(upload(png(), 0))).toBe("changed_meanwhile");
    await upload(png(), 1);
    expect(await refusal(draw({ version: 1 }))).toBe("changed_meanwhile");
    const stale = organiser.call(routes.removePlanBackground, { params, query: { version: 1 } });
    expect(await refusal(stale)).toBe("changed_meanwhile");
    expect((await picture()).status).toBe(200);
  });

  it.each<[string, Buffer<ArrayBuffer>]>([
    ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ["a PNG that was cut off", png(40, 30).subarray(0, 50)],
    [
      "a page that begins like a picture",
      Buffer.concat([png().subarray(0, 24), Buffer.from("<script>alert(1)</script>")]),
    ],
    ["nothing", Buffer.alloc(0)],
    ["a picture of a billion pixels", png(1, 1).fill(0xff, 16, 18)],
  ])("is never %s", async (_, file) => {
    expect(await refusal(upload(file))).toBe("invalid");
    expect(await read()).toMatchObject({ version: 0, background: null });
  });

  it("has a largest size", async () => {
    expect(await refusal(upload(Buffer.alloc(MAX_BACKGROUND_BYTES + 1)))).toBe("too_large");
  });
});
