import { setTimeout as delay } from "node:timers/promises";
import { createClient } from "@abwab/api-client";
import { routes } from "@abwab/contract";
import { createTestDatabase } from "@abwab/testing";
import { startFaultProxy } from "@abwab/testing/fault-proxy";
import { DevicePresence } from "../../apps/api/src/devices/device-presence.ts";
import { frameOf } from "../../apps/api/src/editions/commit-frame.ts";
import { EditionDirectory } from "../../apps/api/src/editions/edition-directory.ts";
import { EditionHolds } from "../../apps/api/src/entries/edition-hold.repository.ts";
import { createPark } from "../support/create-park.ts";
import { refusal } from "../support/refusal.ts";
import { ADMINISTRATOR, signIn, startTestApi } from "../support/test-api.ts";

describe("while the database is away", () => {
  it("people and devices are answered unavailable, and what devices say of themselves is kept (C4)", async () => {
    await using database = await createTestDatabase();
    await using proxy = await startFaultProxy(database.url);
    await using api = await startTestApi({ DATABASE_URL: proxy.url });
    const root = await api.as("administrator");
    await createPark(root, { slug: "park", status: "open" });
    const params = { slug: "park" };
    const { device, pairingCode } = await root.call(routes.createDevice, {
      params,
      body: { name: "kiosk", checkpoint: "G1" },
    });

    await proxy.cut();
    const stranger = createClient({ baseUrl: api.url });
    const names = { ar: "أ", fr: "f", en: "e" };
    const answers = await Promise.all([
      refusal(signIn(api.url, ADMINISTRATOR)),
      refusal(root.call(routes.me)),
      refusal(stranger.call(routes.pair, { body: { pairingCode } })),
      refusal(root.call(routes.createZone, { params, body: { code: "X", kind: "other", names } })),
    ]);
    api.app.nest.get(DevicePresence).report(device.id, { at: Date.now(), pending: 7 });
    expect(answers).toEqual(Array.from({ length: answers.length }, () => "unavailable"));

    await proxy.restore();
    const { items } = await root.call(routes.listDevices, { params });
    expect(items[0]).toMatchObject({ id: device.id, pending: 7 });
    expect((await stranger.call(routes.pair, { body: { pairingCode } })).device.id).toBe(device.id);
  });

  it("a change that was under way is made wholly or not at all", async () => {
    await using database = await createTestDatabase();
    await using proxy = await startFaultProxy(database.url);
    await using api = await startTestApi({ DATABASE_URL: proxy.url });
    const root = await api.as("administrator");
    await createPark(root, { slug: "park", status: "open" });
    const change = (capacity: number) =>
      root.call(routes.changeZone, { params: { slug: "park", code: "P01" }, body: { capacity } }).then(
        () => "changed",
        (error: { code: string }) => error.code,
      );
    // Cut a little later each time: before a statement, in the midst of one, at the commit.
    for (let wait = 0; wait < 20; wait++) {
      const changes = Array.from({ length: 20 }, (_, index) => change(index + 1));
      await Promise.race(changes);
      await delay(wait);
      await proxy.cut();
      const outcomes = new Set(await Promise.all(changes));
      await proxy.restore();
      outcomes.delete("changed");
      expect([...outcomes].filter((outcome) => outcome !== "unavailable")).toEqual([]);
      expect(await change(100)).toBe("changed");
    }
    // Twenty cuts and twenty reconnections.
  }, 90_000);

  it("A3: a connection that dies while an ask holds the edition fails that ask, not the service", async () => {
    await using database = await createTestDatabase();
    await using api = await startTestApi({ DATABASE_URL: database.url });
    await createPark(await api.as("administrator"), { slug: "park", status: "open" });
    const edition = await api.app.nest.get(EditionDirectory).bySlug("park");
    const hold = (query: string) =>
      api.app.nest.get(EditionHolds).run(frameOf(edition), async (client) => client.query(query));
    await expect(hold("select pg_terminate_backend(pg_backend_pid())")).rejects.toThrow(/terminat/);
    expect((await hold("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });
});
