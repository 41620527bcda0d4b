import { type Client, createClient } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { randomUUID } from "node:crypto";
import { EditionsService } from "../../apps/api/src/editions/editions.service.ts";
import { SYSTEM } from "../../apps/api/src/platform/actor.ts";
import { sampleEditions } from "../../apps/api/src/sample-data/sample-editions.ts";
import { createPark } from "../support/create-park.ts";
import { queryDatabase } from "../support/query-database.ts";
import { refusal } from "../support/refusal.ts";
import { ADMINISTRATOR, startTestApi, type TestApi } from "../support/test-api.ts";

const names = { ar: "أ", fr: "f", en: "e" };
let api: TestApi;
let root: Client;
beforeAll(async () => {
  api = await startTestApi();
  root = await api.as("administrator");
});
afterAll(() => api[Symbol.asyncDispose]());

let count = 0;
/** A park of its own for a test. */
async function park(status: "draft" | "open" = "open"): Promise<{ slug: string }> {
  const slug = `park-${(count += 1)}`;
  await createPark(root, { slug, status });
  return { slug };
}

/** One person through the pavilion's door. */
async function countOne(slug: string): Promise<string> {
  const { token } = await root.call(routes.createApiToken, { body: { name: "t", role: "supervisor", edition: slug } });
  const entry = {
    id: randomUUID(),
    checkpoint: "P01-A",
    direction: "in",
    headcount: 1,
    occurredAt: "2025-05-17T10:00:00Z",
  };
  const body = { edition: slug, entries: [entry as never] };
  const { results } = await createClient({ baseUrl: api.url, token }).call(routes.recordEntries, { body });
  return results[0]?.code ?? "recorded";
}

const change = (slug: string, body: object) => root.call(routes.changeEdition, { params: { slug }, body });

describe("an edition", () => {
  it("comes back as it was given", async () => {
    const body = {
      slug: "whole",
      ordinal: 6,
      originSample: 20,
      pupilsPerAdult: 20,
      names,
      city: "El Jadida",
      venue: "Park",
      coveredAreaM2: 10_000,
      timeZone: "Africa/Casablanca",
      dayCutoff: "04:00",
      days: [
        { date: "2025-05-17", opensAt: "09:00", closesAt: "21:00" },
        { date: "2025-05-18", opensAt: "09:00", closesAt: "02:00" },
      ],
      status: "draft" as const,
      public: true,
      categories: ["athletes"],
      published: [{ metric: "visits", value: 2_400_000, qualifier: "about" as const, source: "the press" }],
    };
    expect(await root.call(routes.createEdition, { body })).toEqual(body);
    expect(await root.call(routes.getEdition, { params: { slug: "whole" } })).toEqual(body);
  });

  it("has a slug of its own", async () => {
    const { slug } = await park();
    expect(await refusal(createPark(root, { slug }))).toBe("already_exists");
  });

  it.each([
    ["draft", "closed", "transition_not_allowed"],
    ["open", "draft", "transition_not_allowed"],
    ["open", "archived", "transition_not_allowed"],
    ["closed", "draft", "transition_not_allowed"],
    ["archived", "open", "transition_not_allowed"],
  ] as const)("does not go from %s to %s", async (from, to, code) => {
    const slug = `from-${from}-${to}`;
    await createPark(root, { slug, status: from === "archived" ? "closed" : from });
    if (from === "archived") await change(slug, { status: "archived" });
    expect(await refusal(change(slug, { status: to }))).toBe(code);
  });

  it("opens, closes, opens again, is archived and taken back", async () => {
    const { slug } = await park("draft");
    for (const status of ["open", "closed", "open", "closed", "archived", "closed"] as const) {
      expect((await change(slug, { status })).status).toBe(status);
    }
  });

  it("leaves its rehearsal behind when it opens (A4)", async () => {
    const { slug } = await park("draft");
    await countOne(slug);
    const rehearsed = await root.call(routes.counts, { params: { slug } });
    await change(slug, { status: "open" });
    const open = await root.call(routes.counts, { params: { slug } });
    expect(rehearsed.totals.pavilionVisitsEdition).toBe(1);
    expect(open.totals).toMatchObject({ pavilionVisitsEdition: 0, pavilionVisitsToday: 0 });
    expect(open.zones.map((zone) => zone.inside)).toEqual([0, 0]);
  });

  it("keeps time zone and cut-off once something was counted (E7); its days may change", async () => {
    const { slug } = await park();
    await change(slug, { dayCutoff: "03:00" });
    await countOne(slug);
    expect(await refusal(change(slug, { dayCutoff: "04:00" }))).toBe("edition_has_entries");
    expect(await refusal(change(slug, { timeZone: "Europe/Paris" }))).toBe("edition_has_entries");
    const days = [{ date: "2025-05-20", opensAt: "09:00", closesAt: "21:00" }];
    expect((await change(slug, { days, dayCutoff: "03:00" })).days).toEqual(days);
  });

  it("never has an entry on a day of the cut-off before a change of it (E7)", async () => {
    const changed: boolean[] = [];
    for (let round = 0; round < 8; round += 1) {
      const { slug } = await park();
      const { token } = await root.call(routes.createApiToken, { body: { name: "t", role: "supervisor" } });
      const entry = { id: randomUUID(), checkpoint: "G1", direction: "in", headcount: 1 } as const;
      const body = { edition: slug, entries: [{ ...entry, occurredAt: "2025-05-17T02:00:00+01:00" }] };
      const [outcome] = await Promise.allSettled([
        change(slug, { dayCutoff: "04:00" }),
        createClient({ baseUrl: api.url, token }).call(routes.recordEntries, { body }),
      ]);
      const [row] = await queryDatabase<{ day: string }>(api.database, "select day::text from ledger where id = $1", [
        entry.id,
      ]);
      changed.push(outcome.status === "fulfilled");
      expect(row?.day).toBe(outcome.status === "fulfilled" ? "2025-05-16" : "2025-05-17");
    }
    expect(changed).toHaveLength(8);
  });

  it("keeps a category that was counted", async () => {
    const { slug } = await park();
    await change(slug, { categories: ["athletes", "pupils_abroad"] });
    const { token } = await root.call(routes.createApiToken, { body: { name: "t", role: "supervisor" } });
    const occurredAt = "2025-05-17T10:00:00Z";
    const entry = {
      id: randomUUID(),
      checkpoint: "G1",
      direction: "in",
      headcount: 1,
      category: "athletes",
      occurredAt,
    };
    await createClient({ baseUrl: api.url, token }).call(routes.recordEntries, {
      body: { edition: slug, entries: [entry as never] },
    });
    expect(await refusal(change(slug, { categories: [] }))).toBe("in_use");
    expect((await change(slug, { categories: ["athletes"] })).categories).toEqual(["athletes"]);
  });

  it("that is archived refuses every change but of its status", async () => {
    const { slug } = await park();
    await change(slug, { status: "closed" });
    await change(slug, { status: "archived" });
    const zone = { code: "X", kind: "other", names, policy: {} } as const;
    expect(await refusal(change(slug, { city: "Safi" }))).toBe("edition_archived");
    expect(await refusal(root.call(routes.createZone, { params: { slug }, body: zone }))).toBe("edition_archived");
    const params = { slug, code: "P01" };
    expect(await refusal(root.call(routes.changeZone, { params, body: { status: "hold" } }))).toBe("edition_archived");
    const device = { name: "k", checkpoint: "G1" };
    expect(await refusal(root.call(routes.createDevice, { params: { slug }, body: device }))).toBe("edition_archived");
  });

  it("is removed with all it has, unless something was counted (E1)", async () => {
    const [empty, counted] = [await park(), await park()];
    await root.call(routes.createDevice, { params: empty, body: { name: "k", checkpoint: "G1" } });
    await countOne(counted.slug);
    await root.call(routes.removeEdition, { params: empty });
    expect(await refusal(root.call(routes.getEdition, { params: empty }))).toBe("not_found");
    expect(await refusal(root.call(routes.removeEdition, { params: counted }))).toBe("edition_has_entries");
  });

  it("stands in the list by its first day, the latest first, page by page", async () => {
    for (const [slug, date] of [
      ["early", "2001-01-01"],
      ["late", "2100-01-01"],
      ["late-too", "2100-01-01"],
    ] as const) {
      await createPark(root, { slug, days: [{ date, opensAt: "09:00", closesAt: "21:00" }] });
    }
    const all = await root.call(routes.listEditions, { query: { limit: 500 } });
    const slugs = all.items.map((edition) => edition.slug);
    expect(slugs.slice(0, 2)).toEqual(["late-too", "late"]);
    expect(slugs.at(-1)).toBe("early");
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await root.call(routes.listEditions, { query: { limit: 2, ...(cursor ? { cursor } : {}) } });
      seen.push(...page.items.map((edition) => edition.slug));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(slugs);
  });

  it("with sixty zones and their checkpoints is there in a moment", async () => {
    const [sample] = sampleEditions("2026-01-01");
    if (sample === undefined) throw new Error("There is no sample edition.");
    const began = performance.now();
    const edition = { ...sample.edition, slug: "bulk" };
    await api.app.nest.get(EditionsService).createWithZones({ ...sample, edition }, SYSTEM);
    expect(performance.now() - began).toBeLessThan(1_000);
    const zones = await root.call(routes.listZones, { params: { slug: "bulk" }, query: { limit: 500 } });
    expect(zones.items).toEqual(sample.zones);
  });
});

describe("a zone", () => {
  it("keeps its kind once something was counted, anything else changes", async () => {
    const { slug } = await park();
    const params = { slug, code: "P01" };
    const kind = { kind: "hall" } as const;
    expect((await root.call(routes.changeZone, { params, body: kind })).kind).toBe("hall");
    await countOne(slug);
    expect(await refusal(root.call(routes.changeZone, { params, body: { kind: "pavilion" } }))).toBe(
      "edition_has_entries",
    );
    const body = { capacity: 200, status: "hold", message: "Full", policy: { anonymousOnly: true } } as const;
    expect(await root.call(routes.changeZone, { params, body })).toMatchObject({ ...body, ...kind });
  });

  it("is removed only when it has no checkpoints", async () => {
    const { slug } = await park();
    const zone = { params: { slug, code: "P01" } };
    expect(await refusal(root.call(routes.removeZone, zone))).toBe("in_use");
    await root.call(routes.removeCheckpoint, { params: { slug, code: "P01-A" } });
    await root.call(routes.removeZone, zone);
    expect(await refusal(root.call(routes.getZone, zone))).toBe("not_found");
  });

  it("that something was counted at stays, and so does its checkpoint (E1)", async () => {
    const { slug } = await park();
    await countOne(slug);
    expect(await refusal(root.call(routes.removeCheckpoint, { params: { slug, code: "P01-A" } }))).toBe("in_use");
    expect(await refusal(root.call(routes.removeZone, { params: { slug, code: "P01" } }))).toBe("in_use");
  });
});

describe("a checkpoint", () => {
  it("belongs to a zone of its edition", async () => {
    const { slug } = await park();
    const body = { code: "Z9-A", zone: "Z9", names };
    expect(await refusal(root.call(routes.createCheckpoint, { params: { slug }, body }))).toBe("not_found");
  });

  it("stays while a device is bound to it", async () => {
    const { slug } = await park();
    await root.call(routes.createDevice, { params: { slug }, body: { name: "kiosk", checkpoint: "G1" } });
    expect(await refusal(root.call(routes.removeCheckpoint, { params: { slug, code: "G1" } }))).toBe("in_use");
  });

  it("takes entries in the directions it has from the next request on", async () => {
    const { slug } = await park();
    await countOne(slug);
    await root.call(routes.changeCheckpoint, { params: { slug, code: "P01-A" }, body: { directions: ["out"] } });
    expect(await countOne(slug)).toBe("direction_not_allowed");
  });
});

describe("a change", () => {
  it("raises the versions by which other servers and screens hear of it", async () => {
    const { slug } = await park();
    const before = await root.call(routes.counts, { params: { slug } });
    await root.call(routes.changeZone, { params: { slug, code: "P01" }, body: { status: "closed" } });
    const after = await root.call(routes.counts, { params: { slug } });
    expect(after.version).toBeGreaterThan(before.version);
    expect(after.zones.find((zone) => zone.zone === "P01")?.status).toBe("closed");
  });

  it("is on the audit trail with who made it (P2)", async () => {
    const { slug } = await park();
    await root.call(routes.changeZone, { params: { slug, code: "P01" }, body: { capacity: 10 } });
    const events = await queryDatabase(
      api.database,
      "select actor_name, before, after from audit_event where subject = $1 and action = $2",
      [`zone ${slug}/P01`, "zone.change"],
    );
    expect(events).toEqual([{ actor_name: ADMINISTRATOR.email, before: { capacity: null }, after: { capacity: 10 } }]);
  });

  it("of an edition is an administrator's, of its zones an organiser's", async () => {
    const { slug } = await park();
    const organiser = await api.as("organiser");
    const viewer = await api.as("viewer");
    const zone = { params: { slug, code: "P01" }, body: { status: "hold" } } as const;
    expect(await refusal(organiser.call(routes.changeEdition, { params: { slug }, body: { city: "x" } }))).toBe(
      "forbidden",
    );
    expect((await organiser.call(routes.changeZone, zone)).status).toBe("hold");
    expect(await refusal(viewer.call(routes.changeZone, zone))).toBe("forbidden");
  });
});
