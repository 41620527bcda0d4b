import { RepeatGuard } from "./repeat-guard.ts";

/** What a camera that reads twice a second makes of a code held there from `from` to `to` (seconds). */
function hold(guard: RepeatGuard, text: string, from: number, to: number) {
  const sights: string[] = [];
  for (let at = from * 1_000; at <= to * 1_000; at += 500) sights.push(guard.see(text, at));
  return sights;
}

describe("a code held in front of the camera", () => {
  it("is read once, is nothing for three seconds, then is said once to have been read already", () => {
    const sights = hold(new RepeatGuard(), "A", 0, 10);
    expect(sights[0]).toBe("new");
    expect(sights.slice(1, 6).every((sight) => sight === "same")).toBe(true);
    expect(sights[6]).toBe("again");
    expect(sights.slice(7).every((sight) => sight === "same")).toBe(true);
  });

  it("is never a new scan, however long it is held", () => {
    expect(hold(new RepeatGuard(), "A", 0, 120).filter((sight) => sight === "new")).toHaveLength(1);
  });

  it("gives way to another one at once", () => {
    const guard = new RepeatGuard();
    expect([guard.see("A", 0), guard.see("B", 200), guard.see("A", 400)]).toEqual(["new", "new", "new"]);
  });

  it("is a new scan when it comes back after a while", () => {
    const guard = new RepeatGuard();
    guard.see("A", 0);
    expect(guard.see("A", 8_000)).toBe("again");
    expect(guard.see("A", 60_000)).toBe("new");
  });

  it("may be read again at once when the first reading was taken back", () => {
    const guard = new RepeatGuard();
    guard.see("A", 0);
    guard.forget();
    expect(guard.see("A", 500)).toBe("new");
  });
});
