import { createCalendar } from "@abwab/domain";
import { previewOf, type SlotsDraft } from "./slot-preview.ts";

const calendar = createCalendar("Africa/Casablanca", "00:00");
const draft: SlotsDraft = {
  zone: "SITE",
  days: ["2025-05-18", "2025-05-17"],
  from: "09:00",
  to: "17:00",
  minutes: 30,
  capacity: 200,
};
const previewed = (change: Partial<SlotsDraft>) => previewOf(calendar, { ...draft, ...change });

it("says how many slots and places a row makes over all its days", () => {
  expect(previewed({})).toMatchObject({ slots: 32, places: 6_400, leavesRest: false });
});

it("shows those of the first day, whatever order the days were chosen in", () => {
  const [first] = previewed({})?.firstDay ?? [];
  expect(new Date(first?.from ?? 0).toISOString()).toBe("2025-05-17T08:00:00.000Z");
});

it("says that time is left over which makes no whole slot", () => {
  expect(previewed({ minutes: 45 })).toMatchObject({ slots: 20, leavesRest: true });
});

it("goes on past midnight", () => {
  expect(previewed({ from: "22:00", to: "01:00", minutes: 60 })).toMatchObject({ slots: 6 });
});

it("makes none where the time is shorter than a slot", () => {
  expect(previewed({ to: "09:20" })).toMatchObject({ slots: 0, places: 0 });
});

it.each([{ days: [] }, { from: "9 h" }, { minutes: null }, { minutes: 1 }, { capacity: null }])(
  "says nothing until it knows enough: %j",
  (change) => {
    expect(previewed(change)).toBeUndefined();
  },
);
