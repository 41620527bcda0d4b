import type { DeviceConfiguration } from "@abwab/contract";
import type { PassFacts } from "@abwab/domain";
import { TestKiosk } from "../outbox/testing/test-kiosk.ts";
import { AdmissionDesk } from "./admission-desk.ts";

const facts = (code: string, changes: Partial<PassFacts> = {}): PassFacts => ({
  code,
  kind: "visitor",
  category: "media",
  group: null,
  zones: null,
  validFrom: null,
  validUntil: null,
  revoked: false,
  ...changes,
});
const school = facts("SCHOOL", { kind: "group", category: "pupils", group: { pupils: 38, adults: 4 } });

interface Door {
  mode?: DeviceConfiguration["policy"]["mode"];
  passes?: PassFacts[];
  online?: boolean;
  direction?: "in" | "out";
  anonymousOnly?: boolean;
  sampled?: boolean;
  status?: "open" | "hold";
  /** How many of the school had come when the day's list was read. */
  listed?: { pupils: number; adults: number };
}

/** A desk over a real outbox; the passes are given as what their tokens say. */
function openDoor({ mode = "once", passes = [facts("A"), facts("B"), school], ...door }: Door = {}) {
  const kiosk = new TestKiosk();
  const signals: string[] = [];
  const state = {
    online: door.online ?? false,
    direction: door.direction ?? ("in" as const),
    revoked: new Set<string>(),
    listedAt: kiosk.now,
  };
  const policy = {
    mode,
    anonymousOnly: door.anonymousOnly ?? false,
    categories: null,
    hours: null,
    overCapacity: "count_on",
  };
  const configuration = {
    zone: { code: "P12", status: door.status ?? "open", capacity: null },
    checkpoint: { code: "P12-A" },
    policy,
    publicKeys: [],
  } as unknown as DeviceConfiguration;
  const desk = new AdmissionDesk({
    outbox: kiosk.outbox,
    reader: {
      verify: async (token) => {
        const claims = passes.find(({ code }) => token === `token-${code}`);
        return claims ? { state: "valid", claims, label: null } : { state: "unknown" };
      },
      recall: (code) => kiosk.outbox.recall(code),
      isRevoked: (code) => state.revoked.has(code),
    },
    configuration: () => configuration,
    choice: () => ({ direction: state.direction, category: "public" }),
    inside: () => null,
    online: () => state.online,
    now: () => kiosk.now,
    localTime: (at) => ({ day: new Date(at).toISOString().slice(0, 10), hour: "11:00" }),
    listed: (code) => (code === "SCHOOL" && door.listed ? { ...door.listed, readAt: state.listedAt } : undefined),
    isSampled: () => door.sampled ?? false,
    signal: (kind) => signals.push(kind),
    wait: (_, signal) => new Promise((resolve) => signal.addEventListener("abort", () => resolve())),
  });
  const verdict = () => (desk.stage.at === "verdict" ? desk.stage.verdict : undefined);
  const told = () => [verdict()?.tone, verdict()?.reason];
  const later = (ms: number) => {
    kiosk.now += ms;
  };
  const scan = async (code: string) => {
    later(20_000);
    await desk.show({ kind: "token", text: `token-${code}` });
    return told();
  };
  const sent = async () => {
    await kiosk.drain();
    return kiosk.server.inside;
  };
  const readList = () => {
    state.listedAt = kiosk.now;
  };
  return { kiosk, desk, state, readList, signals, verdict, told, later, scan, sent };
}

describe("a pass at the door", () => {
  it("A1: is let in by the device itself, and counted before it is said", async () => {
    const door = openDoor();
    expect(await door.scan("A")).toEqual(["admitted", "ok"]);
    expect(await door.kiosk.waiting()).toBe(1);
    expect(door.signals).toEqual(["admitted"]);
    expect(await door.scan("A")).toEqual(["refused", "already_used"]);
    expect(await door.sent()).toBe(1);
  });

  it("is counted under its own category, whatever the screen is set to", async () => {
    const door = openDoor();
    await door.scan("A");
    expect((await door.kiosk.view()).recent.map(({ category }) => category)).toEqual(["media"]);
  });

  it("is forgotten when its entry is taken back, and may be read again at once", async () => {
    const door = openDoor();
    await door.scan("A");
    await door.desk.undo();
    expect(door.desk.stage.at).toBe("ready");
    await door.desk.show({ kind: "token", text: "token-A" });
    expect(door.told()).toEqual(["admitted", "ok"]);
    expect(await door.sent()).toBe(1);
  });

  it("is nothing for three seconds, then has been read already; the next one is taken at once", async () => {
    const door = openDoor({ mode: "unlimited" });
    await door.scan("A");
    door.later(1_000);
    await door.desk.show({ kind: "token", text: "token-A" });
    expect(door.told()).toEqual(["admitted", "ok"]);
    door.later(2_500);
    await door.desk.show({ kind: "token", text: "token-A" });
    expect(door.told()).toEqual(["attention", "already_read"]);
    await door.desk.show({ kind: "token", text: "token-B" });
    expect(door.told()).toEqual(["admitted", "ok"]);
    expect(await door.sent()).toBe(2);
  });

  it("is refused when it was revoked, and counted when the person went in all the same", async () => {
    const door = openDoor();
    door.state.revoked.add("A");
    expect(await door.scan("A")).toEqual(["refused", "revoked_pass"]);
    await door.desk.choose("went_in");
    expect(door.told()).toEqual(["admitted", "ok"]);
    expect(await door.sent()).toBe(1);
  });

  it("A2: of which only the code is known is neither yes nor no without network, and a person decides", async () => {
    const door = openDoor();
    await door.desk.show({ kind: "code", text: "ABCDEFGHJKMN" });
    expect(door.told()).toEqual(["attention", "cannot_check"]);
    await door.desk.choose("turn_away");
    expect(await door.sent()).toBe(0);
    door.later(60_000);
    await door.desk.show({ kind: "code", text: "ABCDEFGHJKMN" });
    await door.desk.choose("let_in");
    expect(await door.sent()).toBe(1);
  });

  it("that was shown here before is known by its code alone", async () => {
    const door = openDoor({ mode: "in_out" });
    await door.scan("A");
    door.later(60_000);
    await door.desk.show({ kind: "code", text: "A" });
    expect(door.told()).toEqual(["refused", "already_inside"]);
    door.state.direction = "out";
    door.later(60_000);
    await door.desk.show({ kind: "code", text: "A" });
    expect(door.told()).toEqual(["admitted", "ok"]);
  });

  it("A4: is not looked at where being seen is a risk, and kept nowhere", async () => {
    const door = openDoor({ anonymousOnly: true });
    await door.scan("A");
    expect(door.told()).toEqual(["admitted", "ok"]);
    const [record] = (await door.kiosk.view()).recent;
    expect(JSON.stringify(record)).not.toContain("token-A");
    expect(record?.category).toBe("public");
  });
});

describe("a pass that other doors may know", () => {
  it("is asked about, and what the service says stands", async () => {
    const door = openDoor({ online: true });
    door.kiosk.server.notAdmitted.add("token-A");
    expect(await door.scan("A")).toEqual(["refused", "already_used"]);
    expect(await door.scan("B")).toEqual(["admitted", "ok"]);
    expect(await door.sent()).toBe(1);
  });

  it("A3: is let in by the device's own verdict when no answer comes in time, and counts once", async () => {
    const door = openDoor({ online: true });
    door.kiosk.server.faults = ["lost"];
    expect(await door.scan("A")).toEqual(["admitted", "ok"]);
    expect(await door.sent()).toBe(1);
    expect(door.kiosk.server.entries.size).toBe(1);
  });

  it("A3: is refused by what this device knows without asking anybody", async () => {
    const door = openDoor({ online: true });
    await door.scan("A");
    const requests = door.kiosk.server.requests.length;
    expect(await door.scan("A")).toEqual(["refused", "already_used"]);
    expect(door.kiosk.server.requests).toHaveLength(requests);
  });

  it("A3: that can't be checked here is asked about; without an answer a person decides, under the same id", async () => {
    const door = openDoor({ online: true });
    door.kiosk.server.faults = ["lost"];
    await door.desk.show({ kind: "code", text: "ABCDEFGHJKMN" });
    expect(door.told()).toEqual(["attention", "cannot_check"]);
    await door.desk.choose("let_in");
    expect(await door.sent()).toBe(1);
    expect(door.kiosk.server.entries.size).toBe(1);
  });

  it("counts nowhere when it was turned away, though the service had taken it", async () => {
    const door = openDoor({ online: true });
    door.kiosk.server.faults = ["lost"];
    await door.desk.show({ kind: "code", text: "ABCDEFGHJKMN" });
    await door.desk.choose("turn_away");
    expect(await door.sent()).toBe(0);
  });
});

describe("a group at the door", () => {
  it("comes in parts, and no more than it has left", async () => {
    const door = openDoor();
    await door.scan("SCHOOL");
    expect(door.desk.stage).toMatchObject({ at: "group", offered: { pupils: 38, adults: 4 }, left: 42 });
    await door.desk.admitGroup({ pupils: 18, adults: 3 });
    expect(door.verdict()).toMatchObject({ tone: "admitted", counted: 21, groupLeft: 21 });
    await door.scan("SCHOOL");
    expect(door.desk.stage).toMatchObject({ offered: { pupils: 20, adults: 1 }, left: 21 });
    await door.desk.admitGroup({ pupils: 30, adults: 1 });
    expect(door.told()).toEqual(["refused", "group_complete"]);
    await door.desk.choose("other_number");
    expect(door.desk.stage).toMatchObject({ offered: { pupils: 20, adults: 1 }, left: 21 });
    await door.desk.admitGroup({ pupils: 20, adults: 1 });
    expect(await door.scan("SCHOOL")).toEqual(["refused", "group_complete"]);
    expect(await door.sent()).toBe(42);
  });

  it("is counted nowhere until somebody has said how many they are", async () => {
    const door = openDoor();
    await door.scan("SCHOOL");
    await door.scan("A");
    expect(await door.sent()).toBe(1);
  });

  it("that came with more than were left is counted as it came", async () => {
    const door = openDoor();
    await door.scan("SCHOOL");
    await door.desk.admitGroup({ pupils: 40, adults: 5 });
    expect(door.told()).toEqual(["refused", "group_complete"]);
    await door.desk.choose("went_in");
    expect(door.verdict()).toMatchObject({ tone: "admitted", counted: 45 });
    expect(await door.sent()).toBe(45);
  });
});

describe("a group without its paper", () => {
  it("is chosen by name and asked how many are there, however soon after its own badge", async () => {
    const door = openDoor();
    await door.scan("SCHOOL");
    await door.desk.dismiss();
    await door.desk.pick({ kind: "token", text: "token-SCHOOL" });
    expect(door.desk.stage).toMatchObject({ at: "group", offered: { pupils: 38, adults: 4 } });
  });

  it("that was booked a moment ago is in with the numbers it was booked with", async () => {
    const door = openDoor();
    await door.desk.pick({ kind: "token", text: "token-SCHOOL" }, { pupils: 30, adults: 2 });
    expect(door.verdict()).toMatchObject({ tone: "admitted", counted: 32, groupLeft: 10 });
    expect(await door.sent()).toBe(32);
  });

  it("that could not be booked is counted at once without its name, and said so", async () => {
    const door = openDoor();
    await door.desk.countUnbooked({ pupils: 30, adults: 2 }, "pupils");
    expect(door.told()).toEqual(["attention", "counted_unbooked"]);
    const parts = (await door.kiosk.view()).recent.map(({ headcount, category, pass }) => [headcount, category, pass]);
    expect(parts).toEqual([
      [2, "public", undefined],
      [30, "pupils", undefined],
    ]);
    await door.desk.undo();
    expect(await door.sent()).toBe(0);
  });

  it("is not counted in at a place that is on hold, unless it went in all the same", async () => {
    const door = openDoor({ status: "hold" });
    await door.desk.countUnbooked({ pupils: 30, adults: 2 }, "pupils");
    expect(door.told()).toEqual(["refused", "zone_on_hold"]);
    await door.desk.choose("went_in");
    expect(await door.sent()).toBe(32);
  });
});

describe("a group whose other buses came through other doors", () => {
  it("is offered what is left of it by the day's list", async () => {
    const door = openDoor({ listed: { pupils: 20, adults: 1 } });
    await door.scan("SCHOOL");
    expect(door.desk.stage).toMatchObject({ offered: { pupils: 18, adults: 3 }, left: 21 });
  });

  it("is offered less those who came here since the list was read", async () => {
    const door = openDoor({ listed: { pupils: 20, adults: 1 } });
    await door.scan("SCHOOL");
    await door.desk.admitGroup({ pupils: 10, adults: 1 });
    await door.scan("SCHOOL");
    expect(door.desk.stage).toMatchObject({ offered: { pupils: 8, adults: 2 }, left: 10 });
  });

  it("is not taken off twice for those whom this door and the list both know", async () => {
    const door = openDoor({ listed: { pupils: 20, adults: 1 } });
    await door.scan("SCHOOL");
    await door.desk.admitGroup({ pupils: 18, adults: 1 });
    door.readList();
    await door.scan("SCHOOL");
    expect(door.desk.stage).toMatchObject({ offered: { pupils: 18, adults: 3 }, left: 21 });
  });

  it("says nothing of another group that comes after it", async () => {
    const other = { ...school, code: "OTHER" };
    const door = openDoor({ passes: [school, other] });
    await door.scan("SCHOOL");
    await door.desk.admitGroup({ pupils: 30, adults: 4 });
    await door.scan("OTHER");
    expect(door.desk.stage).toMatchObject({ offered: { pupils: 38, adults: 4 }, left: 42 });
  });

  it("is offered what the service has told of, also the next time", async () => {
    const door = openDoor({ online: true });
    door.kiosk.server.arrived.set("token-SCHOOL", 26);
    await door.scan("SCHOOL");
    await door.desk.admitGroup({ pupils: 10, adults: 0 });
    expect(door.verdict()).toMatchObject({ tone: "admitted", groupLeft: 6 });
    door.state.online = false;
    await door.scan("SCHOOL");
    expect(door.desk.stage).toMatchObject({ left: 6 });
  });

  it("that only the service knows by its typed code is counted by a person, and not as one", async () => {
    const door = openDoor({ online: true });
    door.kiosk.server.arrived.set("ABCDEFGHJKMN", 0);
    await door.desk.show({ kind: "code", text: "ABCDEFGHJKMN" });
    expect(door.desk.stage).toMatchObject({ at: "group", planned: null, offered: { pupils: 0, adults: 0 } });
    await door.desk.admitGroup({ pupils: 30, adults: 2 });
    expect(door.verdict()).toMatchObject({ tone: "admitted", counted: 32 });
    expect(await door.sent()).toBe(32);
  });
});

async function untilAsked(desk: AdmissionDesk): Promise<void> {
  while (desk.stage.at !== "origin") await new Promise((resolve) => setTimeout(resolve));
}

describe("the question where they come from", () => {
  it("comes before the verdict, and its answer is part of the entry", async () => {
    const door = openDoor({ sampled: true, online: true });
    const shown = door.desk.show({ kind: "token", text: "token-A" });
    await untilAsked(door.desk);
    expect(await door.kiosk.waiting()).toBe(0);
    door.desk.answer("MA-03");
    await shown;
    expect(door.told()).toEqual(["admitted", "ok"]);
    const [record] = (await door.kiosk.view()).recent;
    expect(record?.item).toMatchObject({ origin: "MA-03" });
  });

  it("is skipped by the next scan, and whoever was asked is counted", async () => {
    const door = openDoor({ sampled: true });
    const first = door.desk.show({ kind: "token", text: "token-A" });
    await untilAsked(door.desk);
    const second = door.desk.show({ kind: "token", text: "token-B" });
    await first;
    await untilAsked(door.desk);
    door.desk.answer(undefined);
    await second;
    expect(door.told()).toEqual(["admitted", "ok"]);
    expect(await door.sent()).toBe(2);
  });
});
