import type { Attempt } from "./attempt.ts";
import type { Decision } from "./decide.ts";
import type { AdmissionHistory, PassCrossing } from "./history.ts";
import type { AdmissionPolicy } from "./policy.ts";
import type { PassFacts, ShownPass } from "./shown-pass.ts";

/**
 * Cases of docs/admission.md, worked out from its text by hand: what `decide` answers is never copied into them. The
 * domain, the service and the kiosk each run all of them.
 */
export interface GoldenVector {
  title: string;
  pass: ShownPass;
  policy: AdmissionPolicy;
  history: AdmissionHistory;
  attempt: Attempt;
  expected: Decision;
}

/** Everyone is asked at pavilion P12 on Saturday 17 May 2025, 11:00 in Casablanca, unless a case says otherwise. */
const NOW = Date.UTC(2025, 4, 17, 10, 0);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TODAY = "2025-05-17";
const YESTERDAY = "2025-05-16";

const none: ShownPass = { state: "none" };
const unknown: ShownPass = { state: "unknown" };
const unverifiable: ShownPass = { state: "unverifiable" };

const pass = (facts: Partial<PassFacts> = {}): ShownPass => ({
  state: "valid",
  facts: {
    code: "7K3MQ2XN4RTA",
    kind: "visitor",
    category: "public",
    group: null,
    zones: null,
    validFrom: null,
    validUntil: null,
    revoked: false,
    ...facts,
  },
});
const group = (pupils: number, adults: number, facts: Partial<PassFacts> = {}): ShownPass =>
  pass({ kind: "group", category: "pupils", group: { pupils, adults }, ...facts });

const zone = (policy: Partial<AdmissionPolicy> = {}): AdmissionPolicy => ({
  zone: "P12",
  status: "open",
  mode: "count",
  categories: null,
  hours: null,
  capacity: null,
  overCapacity: "count_on",
  anonymousOnly: false,
  ...policy,
});
const once = zone({ mode: "once" });
const daily = zone({ mode: "daily" });
const inOut = zone({ mode: "in_out" });
const unlimited = zone({ mode: "unlimited" });

/** A crossing so many minutes before the attempt; a negative number is after it. */
const crossed = (direction: "in" | "out", minutesBefore: number, headcount = 1, day = TODAY): PassCrossing => ({
  direction,
  headcount,
  at: NOW - minutesBefore * MINUTE,
  day,
});
const after = (...crossings: PassCrossing[]): AdmissionHistory => ({ crossings, inside: null });
const inside = (count: number | null, ...crossings: PassCrossing[]): AdmissionHistory => ({
  crossings,
  inside: count,
});
const unused = after();

const attempt = (change: Partial<Attempt> = {}): Attempt => ({
  at: NOW,
  day: TODAY,
  hour: "11:00",
  direction: "in",
  headcount: 1,
  category: "public",
  ...change,
});
const comesIn = attempt();
const goesOut = attempt({ direction: "out" });
const come = (headcount: number): Attempt => attempt({ headcount, category: "pupils" });
const at = (hour: string): Attempt => attempt({ hour });

const admit = (groupLeft: number | null = null): Decision => ({ outcome: "admit", reason: "ok", groupLeft });
const admitOver = (groupLeft: number | null = null): Decision => ({
  outcome: "admit",
  reason: "over_capacity",
  groupLeft,
});
const refuse = (reason: Decision["reason"]): Decision => ({ outcome: "refuse", reason, groupLeft: null });
const groupComplete = (groupLeft: number): Decision => ({ outcome: "refuse", reason: "group_complete", groupLeft });
const cannotCheck: Decision = { outcome: "unknown", reason: "cannot_check", groupLeft: null };

type Row = [
  title: string,
  shown: ShownPass,
  policy: AdmissionPolicy,
  history: AdmissionHistory,
  attempt: Attempt,
  expected: Decision,
];

const goingOut: Row[] = [
  ["out of an open zone, nothing shown", none, zone(), unused, goesOut, admit()],
  ["out of a closed zone", none, zone({ status: "closed" }), unused, goesOut, admit()],
  ["out of a zone on hold", none, zone({ status: "hold" }), unused, goesOut, admit()],
  ["out after the zone's hours", none, zone({ hours: { from: "08:00", to: "10:00" } }), unused, goesOut, admit()],
  ["out of an overfull zone", none, zone({ capacity: 10, overCapacity: "refuse" }), inside(25), goesOut, admit()],
  ["out without a pass where one is asked for", none, once, unused, goesOut, admit()],
  ["out with a false pass", unknown, once, unused, goesOut, admit()],
  ["out with a pass that can't be checked", unverifiable, once, unused, goesOut, admit()],
  ["out with a revoked pass", pass({ revoked: true }), daily, unused, goesOut, admit()],
  ["out with a pass that ran out meanwhile", pass({ validUntil: NOW - HOUR }), inOut, unused, goesOut, admit()],
  ["out a second time", pass(), inOut, after(crossed("in", 60), crossed("out", 30)), goesOut, admit()],
  ["out with a pass that never came in", pass(), inOut, unused, goesOut, admit()],
  ["out in a category that may not come in", none, zone({ categories: ["media"] }), unused, goesOut, admit()],
  [
    "a group out, more than came in",
    group(30, 2),
    inOut,
    after(crossed("in", 60, 10)),
    attempt({ direction: "out", headcount: 40 }),
    admit(),
  ],
];

const zoneStatus: Row[] = [
  ["into an open zone", none, zone(), unused, comesIn, admit()],
  ["into a closed zone", none, zone({ status: "closed" }), unused, comesIn, refuse("zone_closed")],
  ["into a zone on hold", none, zone({ status: "hold" }), unused, comesIn, refuse("zone_on_hold")],
  [
    "closed, with a good pass",
    pass(),
    zone({ status: "closed", mode: "once" }),
    unused,
    comesIn,
    refuse("zone_closed"),
  ],
  [
    "on hold, with a false pass",
    unknown,
    zone({ status: "hold", mode: "once" }),
    unused,
    comesIn,
    refuse("zone_on_hold"),
  ],
  [
    "closed, with a pass that can't be checked: the door is shut whatever it is",
    unverifiable,
    zone({ status: "closed", mode: "once" }),
    unused,
    comesIn,
    refuse("zone_closed"),
  ],
  [
    "on hold, with a pass that can't be checked",
    unverifiable,
    zone({ status: "hold" }),
    unused,
    comesIn,
    refuse("zone_on_hold"),
  ],
  [
    "closed is said before the hours",
    none,
    zone({ status: "closed", hours: { from: "14:00", to: "18:00" } }),
    unused,
    comesIn,
    refuse("zone_closed"),
  ],
];

const dayHours = zone({ hours: { from: "09:00", to: "18:00" } });
const nightHours = zone({ hours: { from: "20:00", to: "02:00" } });
const hours: Row[] = [
  ["in the middle of the hours", none, dayHours, unused, comesIn, admit()],
  ["at the first minute", none, dayHours, unused, at("09:00"), admit()],
  ["a minute before the first", none, dayHours, unused, at("08:59"), refuse("outside_hours")],
  ["in the last minute", none, dayHours, unused, at("17:59"), admit()],
  ["at the closing hour", none, dayHours, unused, at("18:00"), refuse("outside_hours")],
  ["over midnight: when it begins", none, nightHours, unused, at("20:00"), admit()],
  ["over midnight: before midnight", none, nightHours, unused, at("23:30"), admit()],
  ["over midnight: at midnight", none, nightHours, unused, at("00:00"), admit()],
  ["over midnight: the last minute", none, nightHours, unused, at("01:59"), admit()],
  ["over midnight: at its end", none, nightHours, unused, at("02:00"), refuse("outside_hours")],
  ["over midnight: at noon", none, nightHours, unused, at("12:00"), refuse("outside_hours")],
  ["over midnight: just before it begins", none, nightHours, unused, at("19:59"), refuse("outside_hours")],
  ["equal ends are the whole day", none, zone({ hours: { from: "08:00", to: "08:00" } }), unused, at("03:15"), admit()],
  [
    "outside the hours, with a good pass",
    pass(),
    zone({ mode: "once", hours: { from: "14:00", to: "18:00" } }),
    unused,
    comesIn,
    refuse("outside_hours"),
  ],
  [
    "outside the hours, with a pass that can't be checked",
    unverifiable,
    zone({ hours: { from: "14:00", to: "18:00" } }),
    unused,
    comesIn,
    refuse("outside_hours"),
  ],
  [
    "outside the hours of a full zone: the hours are said first",
    none,
    zone({ hours: { from: "14:00", to: "18:00" }, capacity: 5, overCapacity: "refuse" }),
    inside(5),
    comesIn,
    refuse("outside_hours"),
  ],
];

const refusing = zone({ capacity: 100, overCapacity: "refuse" });
const warning = zone({ capacity: 100, overCapacity: "warn" });
const countingOn = zone({ capacity: 100, overCapacity: "count_on" });
const capacity: Row[] = [
  ["refuse: room for one more", none, refusing, inside(99), comesIn, admit()],
  ["refuse: full", none, refusing, inside(100), comesIn, refuse("zone_full")],
  ["refuse: overfull already", none, refusing, inside(130), comesIn, refuse("zone_full")],
  ["refuse: exactly room for the group", none, refusing, inside(60), come(40), admit()],
  ["refuse: room for all but one of the group", none, refusing, inside(61), come(40), refuse("zone_full")],
  ["refuse: the number inside is not known", none, refusing, inside(null), comesIn, admit()],
  ["refuse: no capacity is set", none, zone({ overCapacity: "refuse" }), inside(5000), comesIn, admit()],
  ["refuse: fewer than nobody inside", none, refusing, inside(-3), come(103), admit()],
  ["warn: room for one more", none, warning, inside(99), comesIn, admit()],
  ["warn: full", none, warning, inside(100), comesIn, admitOver()],
  ["warn: a group beyond the capacity", none, warning, inside(80), come(40), admitOver()],
  ["warn: the number inside is not known", none, warning, inside(null), comesIn, admit()],
  ["count on: full", none, countingOn, inside(100), comesIn, admit()],
  ["count on: far beyond", none, countingOn, inside(400), come(40), admit()],
  [
    "refuse: full is said before a false pass",
    unknown,
    zone({ mode: "once", capacity: 100, overCapacity: "refuse" }),
    inside(100),
    comesIn,
    refuse("zone_full"),
  ],
  [
    "refuse: full, with a pass that can't be checked",
    unverifiable,
    refusing,
    inside(100),
    comesIn,
    refuse("zone_full"),
  ],
  ["warn: full, with a pass that can't be checked", unverifiable, warning, inside(100), comesIn, cannotCheck],
  [
    "warn: full, with a pass that was used: the use refuses",
    pass(),
    zone({ mode: "once", capacity: 100, overCapacity: "warn" }),
    inside(100, crossed("in", 60)),
    comesIn,
    refuse("already_used"),
  ],
  [
    "warn: full, a part of a group on its pass",
    group(40, 4),
    zone({ mode: "once", capacity: 100, overCapacity: "warn" }),
    inside(95, crossed("in", 60, 20)),
    come(10),
    admitOver(24),
  ],
];

const whatIsShown: Row[] = [
  ["count: nothing shown", none, zone(), unused, comesIn, admit()],
  ["count: a good pass", pass(), zone(), unused, comesIn, admit()],
  ["count: a good pass again", pass(), zone(), after(crossed("in", 5), crossed("in", 3)), comesIn, admit()],
  ["count: a false pass", unknown, zone(), unused, comesIn, refuse("unknown_pass")],
  ["count: a pass that can't be checked", unverifiable, zone(), unused, comesIn, cannotCheck],
  ["count: a revoked pass", pass({ revoked: true }), zone(), unused, comesIn, refuse("revoked_pass")],
  ["count: a pass that ran out", pass({ validUntil: NOW - HOUR }), zone(), unused, comesIn, refuse("expired_pass")],
  ["count: a pass for later", pass({ validFrom: NOW + HOUR }), zone(), unused, comesIn, refuse("not_yet_valid")],
  ["count: a pass for another zone", pass({ zones: ["P13"] }), zone(), unused, comesIn, refuse("zone_not_allowed")],
  ["once: nothing shown", none, once, unused, comesIn, refuse("pass_required")],
  ["daily: nothing shown", none, daily, unused, comesIn, refuse("pass_required")],
  ["in and out: nothing shown", none, inOut, unused, comesIn, refuse("pass_required")],
  ["unlimited: nothing shown", none, unlimited, unused, comesIn, refuse("pass_required")],
  ["once: a false pass", unknown, once, unused, comesIn, refuse("unknown_pass")],
  ["unlimited: a false pass", unknown, unlimited, unused, comesIn, refuse("unknown_pass")],
  ["once: a pass that can't be checked", unverifiable, once, unused, comesIn, cannotCheck],
  ["in and out: a pass that can't be checked", unverifiable, inOut, unused, comesIn, cannotCheck],
  [
    "nothing shown where one is asked for, and a category that may not come in: the pass is said",
    none,
    zone({ mode: "daily", categories: ["media"] }),
    unused,
    comesIn,
    refuse("pass_required"),
  ],
];

const passItself: Row[] = [
  ["revoked", pass({ revoked: true }), once, unused, comesIn, refuse("revoked_pass")],
  [
    "revoked is said before run out",
    pass({ revoked: true, validUntil: NOW - HOUR }),
    once,
    unused,
    comesIn,
    refuse("revoked_pass"),
  ],
  [
    "revoked is said before used",
    pass({ revoked: true }),
    once,
    after(crossed("in", 60)),
    comesIn,
    refuse("revoked_pass"),
  ],
  ["at its first moment", pass({ validFrom: NOW }), once, unused, comesIn, admit()],
  ["a moment before its first", pass({ validFrom: NOW + 1 }), once, unused, comesIn, refuse("not_yet_valid")],
  ["a moment before its end", pass({ validUntil: NOW + 1 }), once, unused, comesIn, admit()],
  ["at its end", pass({ validUntil: NOW }), once, unused, comesIn, refuse("expired_pass")],
  ["between its bounds", pass({ validFrom: NOW - HOUR, validUntil: NOW + HOUR }), once, unused, comesIn, admit()],
  [
    "run out is said before another zone",
    pass({ validUntil: NOW - HOUR, zones: ["P13"] }),
    once,
    unused,
    comesIn,
    refuse("expired_pass"),
  ],
  ["for this zone among others", pass({ zones: ["SITE", "P12"] }), once, unused, comesIn, admit()],
  ["for other zones", pass({ zones: ["SITE", "ARENA"] }), once, unused, comesIn, refuse("zone_not_allowed")],
  [
    "for other zones is said before its category",
    pass({ zones: ["ARENA"], category: "media" }),
    zone({ mode: "once", categories: ["public"] }),
    unused,
    comesIn,
    refuse("zone_not_allowed"),
  ],
];

const pressOnly = zone({ categories: ["media", "officials"] });
const categories: Row[] = [
  ["nothing shown, a category that may come in", none, pressOnly, unused, attempt({ category: "media" }), admit()],
  ["nothing shown, one that may not", none, pressOnly, unused, comesIn, refuse("category_not_allowed")],
  ["the pass's category may, the chosen one may not", pass({ category: "media" }), pressOnly, unused, comesIn, admit()],
  [
    "the chosen category may, the pass's may not",
    pass({ category: "public" }),
    pressOnly,
    unused,
    attempt({ category: "media" }),
    refuse("category_not_allowed"),
  ],
  [
    "a category is said before a use",
    pass({ category: "public" }),
    zone({ mode: "once", categories: ["media"] }),
    after(crossed("in", 60)),
    comesIn,
    refuse("category_not_allowed"),
  ],
  [
    "a group of a category that may not",
    group(30, 2),
    zone({ mode: "once", categories: ["media"] }),
    unused,
    come(32),
    refuse("category_not_allowed"),
  ],
  ["an accreditation", pass({ kind: "accreditation", category: "officials" }), pressOnly, unused, comesIn, admit()],
  [
    "a category the edition added itself",
    pass({ category: "cadets" }),
    zone({ mode: "unlimited", categories: ["cadets"] }),
    unused,
    comesIn,
    admit(),
  ],
  ["all categories where none is named", none, zone(), unused, attempt({ category: "staff" }), admit()],
];

const onceAndDaily: Row[] = [
  ["once: the first time", pass(), once, unused, comesIn, admit()],
  ["once: the second time", pass(), once, after(crossed("in", 1)), comesIn, refuse("already_used")],
  ["once: after leaving", pass(), once, after(crossed("in", 60), crossed("out", 10)), comesIn, refuse("already_used")],
  [
    "once: used on another day",
    pass(),
    once,
    after(crossed("in", 24 * 60, 1, YESTERDAY)),
    comesIn,
    refuse("already_used"),
  ],
  ["once: it only ever went out", pass(), once, after(crossed("out", 20)), comesIn, admit()],
  ["once: used by a clock a minute fast", pass(), once, after(crossed("in", -1)), comesIn, refuse("already_used")],
  ["once: used later, as is known by now", pass(), once, after(crossed("in", -30)), comesIn, refuse("already_used")],
  ["once: a parent with three children", pass(), once, unused, attempt({ headcount: 4 }), admit()],
  ["daily: the first time", pass(), daily, unused, comesIn, admit()],
  ["daily: again on the same day", pass(), daily, after(crossed("in", 90)), comesIn, refuse("already_used_today")],
  [
    "daily: again after leaving",
    pass(),
    daily,
    after(crossed("in", 90), crossed("out", 30)),
    comesIn,
    refuse("already_used_today"),
  ],
  ["daily: on the next day", pass(), daily, after(crossed("in", 24 * 60, 1, YESTERDAY)), comesIn, admit()],
  [
    "daily: minutes ago, before the day's cut-off",
    pass(),
    daily,
    after(crossed("in", 5, 1, YESTERDAY)),
    comesIn,
    admit(),
  ],
  [
    "daily: yesterday and today",
    pass(),
    daily,
    after(crossed("in", 10), crossed("in", 24 * 60, 1, YESTERDAY)),
    comesIn,
    refuse("already_used_today"),
  ],
];

const inAndOut: Row[] = [
  ["in and out: the first time", pass(), inOut, unused, comesIn, admit()],
  ["in and out: still inside", pass(), inOut, after(crossed("in", 30)), comesIn, refuse("already_inside")],
  ["in and out: after leaving", pass(), inOut, after(crossed("in", 30), crossed("out", 10)), comesIn, admit()],
  [
    "in and out: back inside",
    pass(),
    inOut,
    after(crossed("in", 30), crossed("out", 20), crossed("in", 10)),
    comesIn,
    refuse("already_inside"),
  ],
  [
    "in and out: the latest counts, in whatever order they are listed",
    pass(),
    inOut,
    after(crossed("out", 10), crossed("in", 30)),
    comesIn,
    admit(),
  ],
  [
    "in and out: in at two gates and out once is outside",
    pass(),
    inOut,
    after(crossed("in", 40), crossed("in", 38), crossed("out", 5)),
    comesIn,
    admit(),
  ],
  [
    "in and out: out twice and in once is inside",
    pass(),
    inOut,
    after(crossed("out", 40), crossed("out", 38), crossed("in", 5)),
    comesIn,
    refuse("already_inside"),
  ],
  [
    "in and out: inside since yesterday",
    pass(),
    inOut,
    after(crossed("in", 1440, 1, YESTERDAY)),
    comesIn,
    refuse("already_inside"),
  ],
  [
    "in and out: in by a clock a minute fast",
    pass(),
    inOut,
    after(crossed("in", -1)),
    comesIn,
    refuse("already_inside"),
  ],
  [
    "in and out: in by a clock two minutes fast",
    pass(),
    inOut,
    after(crossed("in", -2)),
    comesIn,
    refuse("already_inside"),
  ],
  [
    "in and out: what comes three minutes later had not happened",
    pass(),
    inOut,
    after(crossed("in", -3)),
    comesIn,
    admit(),
  ],
  [
    "in and out: inside, and leaves half an hour after the attempt",
    pass(),
    inOut,
    after(crossed("in", 20), crossed("out", -30)),
    comesIn,
    refuse("already_inside"),
  ],
  [
    "in and out: in and out at one moment is outside",
    pass(),
    inOut,
    after(crossed("out", 10), crossed("in", 10)),
    comesIn,
    admit(),
  ],
  ["unlimited: the first time", pass(), unlimited, unused, comesIn, admit()],
  [
    "unlimited: the fourth time in an hour",
    pass(),
    unlimited,
    after(crossed("in", 50), crossed("in", 30), crossed("in", 10)),
    comesIn,
    admit(),
  ],
  ["unlimited: revoked all the same", pass({ revoked: true }), unlimited, unused, comesIn, refuse("revoked_pass")],
];

const groups: Row[] = [
  ["a group at once", group(40, 4), once, unused, come(44), admit(44)],
  ["a group's first bus", group(40, 4), once, unused, come(22), admit(44)],
  ["a group's second bus", group(40, 4), once, after(crossed("in", 20, 22)), come(22), admit(22)],
  [
    "a group's third bus, when all are in",
    group(40, 4),
    once,
    after(crossed("in", 20, 22), crossed("in", 5, 22)),
    come(1),
    groupComplete(0),
  ],
  ["more than the group is", group(40, 4), once, unused, come(45), groupComplete(44)],
  ["more than are left of it", group(40, 4), once, after(crossed("in", 20, 40)), come(5), groupComplete(4)],
  ["as many as are left of it", group(40, 4), once, after(crossed("in", 20, 40)), come(4), admit(4)],
  ["more came than were announced", group(40, 4), once, after(crossed("in", 20, 50)), come(1), groupComplete(0)],
  [
    "a group that went out gets nothing back: once",
    group(40, 4),
    once,
    after(crossed("in", 60, 44), crossed("out", 20, 44)),
    come(10),
    groupComplete(0),
  ],
  ["a group of adults alone", group(0, 12), once, unused, come(12), admit(12)],
  ["pupils and adults are one sum", group(30, 10), once, after(crossed("in", 20, 35)), come(5), admit(5)],
  [
    "daily: a group that came yesterday",
    group(40, 4),
    daily,
    after(crossed("in", 1440, 44, YESTERDAY)),
    come(44),
    admit(44),
  ],
  [
    "daily: a group's second bus, another day's left out",
    group(40, 4),
    daily,
    after(crossed("in", 1440, 44, YESTERDAY), crossed("in", 20, 30)),
    come(14),
    admit(14),
  ],
  [
    "daily: a group that is complete and went out",
    group(40, 4),
    daily,
    after(crossed("in", 60, 44), crossed("out", 20, 44)),
    come(44),
    groupComplete(0),
  ],
  [
    "in and out: a part of the group comes back",
    group(40, 4),
    inOut,
    after(crossed("in", 60, 44), crossed("out", 20, 10)),
    come(10),
    admit(10),
  ],
  [
    "in and out: more come back than left",
    group(40, 4),
    inOut,
    after(crossed("in", 60, 44), crossed("out", 20, 10)),
    come(11),
    groupComplete(10),
  ],
  [
    "in and out: more were seen leaving than had come in",
    group(40, 4),
    inOut,
    after(crossed("in", 60, 10), crossed("out", 40, 25), crossed("in", 20, 30)),
    come(14),
    admit(14),
  ],
  ["in and out: all of the group inside", group(40, 4), inOut, after(crossed("in", 60, 44)), come(1), groupComplete(0)],
  ["unlimited: a group has no limit", group(40, 4), unlimited, after(crossed("in", 60, 44)), come(60), admit()],
  ["count: a group has no limit", group(40, 4), zone(), after(crossed("in", 60, 44)), come(44), admit()],
  ["a group that is revoked", group(40, 4, { revoked: true }), once, unused, come(44), refuse("revoked_pass")],
  [
    "a group on another day than its own",
    group(40, 4, { validFrom: NOW + 24 * HOUR, validUntil: NOW + 48 * HOUR }),
    once,
    unused,
    come(44),
    refuse("not_yet_valid"),
  ],
];

const hidden = zone({ anonymousOnly: true });
const anonymousOnly: Row[] = [
  ["anonymous only: nothing shown", none, hidden, unused, comesIn, admit()],
  ["anonymous only: a good pass", pass(), hidden, unused, comesIn, admit()],
  ["anonymous only: a false pass is not looked at", unknown, hidden, unused, comesIn, admit()],
  ["anonymous only: a revoked pass is not looked at", pass({ revoked: true }), hidden, unused, comesIn, admit()],
  ["anonymous only: a pass that can't be checked need not be", unverifiable, hidden, unused, comesIn, admit()],
  [
    "anonymous only: no pass is asked for, whatever the mode",
    none,
    zone({ anonymousOnly: true, mode: "once" }),
    unused,
    comesIn,
    admit(),
  ],
  [
    "anonymous only: earlier crossings don't count",
    pass(),
    zone({ anonymousOnly: true, mode: "once" }),
    after(crossed("in", 10)),
    comesIn,
    admit(),
  ],
  [
    "anonymous only: a group is told nothing of itself",
    group(40, 4),
    zone({ anonymousOnly: true, mode: "once" }),
    unused,
    come(44),
    admit(),
  ],
  [
    "anonymous only: the chosen category counts, not the pass's",
    pass({ category: "media" }),
    zone({ anonymousOnly: true, categories: ["media"] }),
    unused,
    comesIn,
    refuse("category_not_allowed"),
  ],
  [
    "anonymous only: closed",
    pass(),
    zone({ anonymousOnly: true, status: "closed" }),
    unused,
    comesIn,
    refuse("zone_closed"),
  ],
  [
    "anonymous only: full",
    none,
    zone({ anonymousOnly: true, capacity: 12, overCapacity: "refuse" }),
    inside(12),
    comesIn,
    refuse("zone_full"),
  ],
  [
    "anonymous only: full, and warns",
    none,
    zone({ anonymousOnly: true, capacity: 12, overCapacity: "warn" }),
    inside(12),
    comesIn,
    admitOver(),
  ],
];

export const goldenVectors: readonly GoldenVector[] = [
  ...goingOut,
  ...zoneStatus,
  ...hours,
  ...capacity,
  ...whatIsShown,
  ...passItself,
  ...categories,
  ...onceAndDaily,
  ...inAndOut,
  ...groups,
  ...anonymousOnly,
].map(([title, shown, policy, history, attempted, expected]) => ({
  title,
  pass: shown,
  policy,
  history,
  attempt: attempted,
  expected,
}));
