import { PassThrough } from "node:stream";
import { showProgress, type Extent } from "./progress.ts";

/** What a program that is no terminal sees after so many people in so much time. */
function lineAfter(extent: Extent, ms: number, people: number, entries: number): string {
  const out = Object.assign(new PassThrough(), { isTTY: false }) as unknown as NodeJS.WriteStream;
  let time = 0;
  const progress = showProgress(extent, out, () => time);
  time = ms;
  progress.update(people, entries);
  return String(out.read() ?? "");
}

test("a line says how far it is, how fast, and how long it still takes", () => {
  expect(lineAfter({ people: 4_000 }, 10_000, 1_000, 150)).toBe(
    "25%  1,000 of 4,000 people  15 entries/s  0:30 left\n",
  );
});

test("what is played at a speed ends when its file does, nights included", () => {
  expect(lineAfter({ people: 4_000, plannedMs: 100_000 }, 10_000, 1_000, 150)).toContain("1:30 left");
});

test("nothing is shown more often than every five seconds", () => {
  expect(lineAfter({ people: 4_000 }, 4_000, 1_000, 150)).toBe("");
});
