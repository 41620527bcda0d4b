import { countOnly, type CountRow, type CountSnapshot, type Zone } from "@abwab/contract";
import { AbwabProvider, createI18n, type Language } from "@abwab/ui";
import { act, render, screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { createCountStore } from "./count-store.ts";
import { liveMessages } from "./live-messages.ts";
import { Tile } from "./tile.tsx";
import { createTrailStore } from "./trail-store.ts";

const zone: Zone = {
  code: "P12",
  kind: "pavilion",
  names: { ar: "الشرطة العلمية", fr: "Police scientifique", en: "Forensics" },
  capacity: 200,
  areaM2: null,
  status: "open",
  message: null,
  policy: countOnly,
};
const row: CountRow = {
  zone: "P12",
  enteredToday: 12_345,
  exitedToday: 12_000,
  enteredEdition: 12_345,
  inside: 140,
  perMinute: 3.4,
  status: "open",
  flags: [],
};
const snapshot = (version: number, change: Partial<CountRow>): CountSnapshot => ({
  edition: "open-days",
  version,
  asOf: "2025-05-17T10:00:00Z",
  day: "2025-05-17",
  totals: {
    visitsToday: 0,
    visitsEdition: 0,
    insideSite: null,
    pavilionVisitsToday: 0,
    pavilionVisitsEdition: 0,
    visitsPerMinute: 0,
  },
  zones: [{ ...row, ...change }],
  completeness: { devices: 0, silent: 0, pending: 0 },
});

function showTile(change: Partial<CountRow>, language: Language = "ar") {
  const store = createCountStore();
  store.takeSnapshot(snapshot(1, change));
  const trails = createTrailStore({
    window: () => ({ from: 0, to: 60_000, step: "1m", stepMs: 60_000, live: true }),
    read: () => Promise.resolve(new Map()),
  });
  render(
    <AbwabProvider i18n={createI18n([liveMessages], language)}>
      <MemoryRouter>
        <Tile zone={zone} to="/live/open-days/P12" store={store} trails={trails} />
      </MemoryRouter>
    </AbwabProvider>,
  );
  return { store, tile: screen.getByRole("link") };
}

describe("a zone's tile", () => {
  it("names the zone in the reader's language and leads to its page", () => {
    const { tile } = showTile({});
    expect(tile).toHaveTextContent("الشرطة العلمية");
    expect(tile).toHaveAttribute("href", "/live/open-days/P12");
  });

  it("shows today's entries with Latin digits in Arabic", () => {
    expect(showTile({}).tile).toHaveTextContent("12.345");
  });

  it("says nothing of who is inside where exits are not counted (C2)", () => {
    expect(showTile({ inside: null }, "en").tile).not.toHaveTextContent("Inside");
  });

  it("shows a negative figure and marks it, rather than hide it (C2)", () => {
    const { tile } = showTile({ inside: -3, flags: ["negative"] }, "en");
    expect(tile).toHaveTextContent("Negative");
    expect(tile).toHaveTextContent("\u22123");
  });

  it("marks a zone that is over its capacity", () => {
    const { tile } = showTile({ inside: 230, flags: ["over_capacity"] }, "fr");
    expect(tile).toHaveAttribute("data-load", "over");
    expect(tile).toHaveTextContent("Capacité dépassée");
  });

  it("follows the tick that changes its row", () => {
    const { store, tile } = showTile({});
    act(() => store.takeTick(snapshot(2, { enteredToday: 12_346, status: "hold" })));
    expect(tile).toHaveTextContent("12.346");
    expect(tile).toHaveAttribute("data-status", "hold");
  });
});
