import type { CountRow, HistoryPoint } from "@abwab/contract";
import { AT_ONCE, createTrailStore } from "./trail-store.ts";

const row = (zone: string, enteredToday: number): CountRow => ({
  zone,
  enteredToday,
  exitedToday: 0,
  enteredEdition: enteredToday,
  inside: null,
  perMinute: 0,
  status: "open",
  flags: [],
});
const window = { from: 0, to: 120_000, step: "1m", stepMs: 60_000, live: true } as const;

describe("the curves of fifty tiles", () => {
  it("are never asked for more than a few at a time, and all come", async () => {
    let open = 0;
    let most = 0;
    let answered = 0;
    const trails = createTrailStore({
      window: () => window,
      read: async (): Promise<readonly HistoryPoint[]> => {
        open += 1;
        most = Math.max(most, open);
        await Promise.resolve();
        open -= 1;
        answered += 1;
        return [];
      },
    });
    const everyCurve = new Promise<void>((resolve) => {
      trails.subscribe(() => {
        if (answered === 50) resolve();
      });
    });
    trails.follow(
      Array.from({ length: 50 }, (_, index) => row(`P${index}`, 0)),
      100_000,
    );
    await everyCurve;
    expect([most, answered]).toEqual([AT_ONCE, 50]);
  });
});
