import type { Edition, Slot, Visit } from "@abwab/contract";
import { dayInView, filterVisits, groupBySlot, roomOf, shareArrived, totalsOf } from "./visit-board.ts";

const slot = (id: string, startsAt: string, given: Partial<Slot> = {}): Slot => ({
  id,
  zone: "SITE",
  startsAt,
  endsAt: startsAt,
  capacity: 200,
  booked: 0,
  ...given,
});

interface Given extends Partial<Omit<Visit, "organisation" | "arrived">> {
  school?: string;
  province?: string;
  came?: [pupils: number, adults: number];
}
const visit = ({ school = "مدرسة الأمل", province = "06.151", came = [0, 0], ...rest }: Given): Visit => ({
  id: crypto.randomUUID(),
  organisation: {
    id: school,
    type: "school",
    kind: "public",
    nameAr: school,
    nameFr: null,
    city: "الجديدة",
    province,
  },
  slot: null,
  pupils: 40,
  adults: 2,
  passCode: null,
  state: "expected",
  arrived: { pupils: came[0], adults: came[1], firstAt: null, lastAt: null },
  ratioExceeded: false,
  walkIn: true,
  createdAt: "2025-05-01T09:00:00Z",
  ...rest,
});

const nothing = { state: "", province: "", search: "" } as const;

describe("the day's totals", () => {
  it("add up pupils and adults, expected beside arrived", () => {
    const { visits, expected, arrived } = totalsOf([visit({ came: [38, 2] }), visit({ pupils: 60, adults: 3 })]);
    expect([visits, expected, arrived]).toEqual([2, { pupils: 100, adults: 5 }, { pupils: 38, adults: 2 }]);
  });

  it("count an organisation as represented once, however often it came, and not when nobody did", () => {
    const twice = [visit({ came: [10, 1] }), visit({ came: [12, 1] }), visit({ school: "مدرسة الوفاء" })];
    expect(totalsOf(twice).represented).toBe(1);
  });

  it("leave out whoever may come on any day", () => {
    expect(totalsOf([visit({ walkIn: false })])).toMatchObject({ visits: 0, expected: { pupils: 0, adults: 0 } });
  });

  it("expect nobody of a cancelled visit, and keep whoever came of it", () => {
    const { visits, expected, arrived } = totalsOf([visit({ state: "cancelled", came: [5, 1] })]);
    expect([visits, expected.pupils, arrived.pupils]).toEqual([0, 0, 5]);
  });
});

describe("the board", () => {
  it("stands in the order of time, with empty slots among them and visits without a slot last", () => {
    const [nine, ten] = [slot("nine", "2025-05-17T08:00:00Z"), slot("ten", "2025-05-17T09:00:00+01:00")];
    const loose = [visit({ walkIn: false }), visit({}), visit({})];
    const groups = groupBySlot([nine, ten], [...loose, visit({ slot: ten })]);
    expect(groups.map((group) => [group.slot, group.visits.length])).toEqual([
      [nine, 0],
      [ten, 1],
      ["walk_in", 2],
      ["any_day", 1],
    ]);
  });

  it("shows a visit whose slot was made since the slots were read", () => {
    const late = slot("new", "2025-05-17T10:00:00Z");
    expect(groupBySlot([], [visit({ slot: late })]).map((group) => group.slot)).toEqual([late]);
  });

  it("finds a school however its name is spelled", () => {
    const found = filterVisits([visit({ school: "مدرسة الأمل" }), visit({ school: "مدرسة الوفاء" })], {
      ...nothing,
      search: "مدرسه الامل",
    });
    expect(found.map(({ organisation }) => organisation.nameAr)).toEqual(["مدرسة الأمل"]);
  });

  it("leaves one state, or one province", () => {
    const visits = [visit({ state: "late" }), visit({ province: "06.141" })];
    expect(filterVisits(visits, { ...nothing, state: "late" })).toEqual([visits[0]]);
    expect(filterVisits(visits, { ...nothing, province: "06.141" })).toEqual([visits[1]]);
  });
});

test("a group that is larger than expected fills its bar and no more", () => {
  expect(shareArrived(visit({ came: [60, 4] }))).toBe(1);
  expect(shareArrived(visit({ came: [20, 1] }))).toBe(0.5);
});

test("a slot that was booked beyond its capacity has no room, not less than none", () => {
  expect(roomOf(slot("full", "2025-05-17T08:00:00Z", { capacity: 100, booked: 130 }))).toBe(0);
});

describe("the day on screen", () => {
  const edition = {
    timeZone: "Africa/Casablanca",
    dayCutoff: "04:00",
    days: ["2025-05-17", "2025-05-18"].map((date) => ({ date, opensAt: "09:00", closesAt: "02:00" })),
  } as Edition;
  const at = (instant: string) => Date.parse(instant);

  it.each([
    ["the one asked for", "2025-05-18", "2025-05-17T12:00:00Z", "2025-05-18"],
    ["today, where the edition has no such day", "2025-06-01", "2025-05-18T12:00:00Z", "2025-05-18"],
    ["the day that isn't over yet after midnight (E7)", null, "2025-05-18T01:30:00Z", "2025-05-17"],
    ["the first before the edition", null, "2025-01-01T12:00:00Z", "2025-05-17"],
    ["the last after it", null, "2025-09-01T12:00:00Z", "2025-05-18"],
  ])("is %s", (_, asked, now, day) => {
    expect(dayInView(edition, asked, at(now))).toBe(day);
  });
});
