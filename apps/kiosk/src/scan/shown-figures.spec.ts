import type { CountRow } from "@abwab/contract";
import type { Exchange } from "../outbox/index.ts";
import { latestRow, shownFigures, waitingToday } from "./shown-figures.ts";

const row = (changes: Partial<CountRow> = {}): CountRow => ({
  zone: "P12",
  enteredToday: 100,
  exitedToday: 40,
  enteredEdition: 100,
  inside: 60,
  perMinute: 2,
  status: "open",
  flags: [],
  ...changes,
});

const exchange = (serverTime: string, changes: Partial<CountRow> = {}): Exchange => ({
  edition: "open-days",
  answeredAt: 0,
  serverTime,
  row: row(changes),
  clockOffsetMs: 0,
});

describe("the kiosk's figures (C4)", () => {
  it("are the service's and what still waits here", () => {
    const shown = shownFigures({ row: row(), asOf: "2025-05-17T10:00:00Z" }, { in: 7, out: 3 });
    expect(shown).toMatchObject({ entered: 107, exited: 43, inside: 64, asOf: "2025-05-17T10:00:00Z" });
  });

  it("have no inside where the zone counts no exits", () => {
    expect(shownFigures({ row: row({ inside: null }), asOf: "" }, { in: 7, out: 0 }).inside).toBeNull();
  });

  it("come from the later of the last answer and the last tick", () => {
    const live = { row: row({ enteredToday: 5 }), asOf: "2025-05-17T10:00:02Z" };
    expect(latestRow("P12", exchange("2025-05-17T10:00:01Z"), live)).toBe(live);
    expect(latestRow("P12", exchange("2025-05-17T10:00:03Z"), live)?.row.enteredToday).toBe(100);
  });

  it("are never those of the zone the kiosk stood at before", () => {
    expect(latestRow("P13", exchange("2025-05-17T10:00:01Z"), undefined)).toBeUndefined();
  });

  it("leave out what waits from another day or checkpoint", () => {
    const tally = { edition: "open-days", records: 1, in: 5, out: 1 };
    const waiting = [
      { ...tally, checkpoint: "P12-A", day: "2025-05-16" },
      { ...tally, checkpoint: "P13-A", day: "2025-05-17" },
    ];
    expect(waitingToday(waiting, "P12-A", "2025-05-17")).toEqual({ in: 0, out: 0 });
  });
});
