import { Unreachable } from "@abwab/api-client";
import type { DeviceVisit } from "@abwab/contract";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { GroupListStore } from "./group-list-store.ts";
import { GroupList } from "./group-list.ts";
import { expectedGroup } from "./testing/expected-group.ts";

/** A kiosk's disk and the service's list, both in the test's hands. */
function openPlace() {
  const disk = new IDBFactory();
  const place = {
    now: Date.parse("2025-05-17T10:00:00Z"),
    /** undefined: no network. */
    answer: [expectedGroup()] as readonly DeviceVisit[] | undefined,
    start: (zone = "SITE") =>
      new GroupList({
        store: new GroupListStore({ indexedDB: disk, IDBKeyRange }),
        edition: "open-days",
        zone,
        fetch: async () => {
          if (!place.answer) throw new Unreachable("no network");
          return place.answer;
        },
        now: () => place.now,
        dayOf: (at) => new Date(at).toISOString().slice(0, 10),
      }),
  };
  return place;
}
const codes = (list: GroupList) => list.groups.map(({ visit }) => visit.passCode);

describe("the day's groups", () => {
  it("are there after a start without network, with their passes", async () => {
    const place = openPlace();
    await place.start().refresh();
    place.answer = undefined;
    const list = place.start();
    await list.load();
    await list.refresh();
    expect(list.find("ABCDEFGHJKMN")?.token).toBe("token-ABCDEFGHJKMN");
    expect(codes(list)).toEqual(["ABCDEFGHJKMN"]);
  });

  it("are nobody's any more on the next day, though a pass of theirs still says who it is", async () => {
    const place = openPlace();
    const list = place.start();
    await list.refresh();
    place.now += 24 * 3_600_000;
    expect(list.groups).toEqual([]);
    expect(list.find("ABCDEFGHJKMN")).toBeDefined();
  });

  it("of another place are not taken for those of this one", async () => {
    const place = openPlace();
    await place.start().refresh();
    const list = place.start("P12");
    await list.load();
    expect(list.groups).toEqual([]);
  });

  it("have one that was booked here a moment ago, also after a restart", async () => {
    const place = openPlace();
    const list = place.start();
    await list.refresh();
    await list.add(expectedGroup({ passCode: "PPPPQQQQRRRR", walkIn: true }));
    const again = place.start();
    await again.load();
    expect(codes(again)).toEqual(["ABCDEFGHJKMN", "PPPPQQQQRRRR"]);
  });

  it("tell whoever shows them that they have changed", async () => {
    const place = openPlace();
    const list = place.start();
    const told: number[] = [];
    list.subscribe(() => told.push(list.groups.length));
    await list.refresh();
    expect(told).toEqual([1]);
  });
});
