import { SharedReading } from "./shared-reading.ts";

/** A source that counts how often it is read, and whose readings end when the test says so. */
function arrange() {
  const ends: ((value: number | Error) => void)[] = [];
  const shared = new SharedReading<number>(
    () =>
      new Promise((resolve, reject) => {
        ends.push((value) => (typeof value === "number" ? resolve(value) : reject(value)));
      }),
  );
  return { shared, ends };
}

test("who asks while a reading runs shares the next one, which begins after they asked", async () => {
  const { shared, ends } = arrange();
  const first = shared.get();
  const later = [shared.get(), shared.get(), shared.get()];
  expect(ends).toHaveLength(1);
  ends[0]?.(1);
  expect(await first).toBe(1);
  await Promise.resolve();
  expect(ends).toHaveLength(2);
  ends[1]?.(2);
  expect(await Promise.all(later)).toEqual([2, 2, 2]);
});

test("a failed reading fails who waited for it and nobody after", async () => {
  const { shared, ends } = arrange();
  const first = shared.get();
  const second = shared.get();
  ends[0]?.(new Error("away"));
  await expect(first).rejects.toThrow("away");
  await Promise.resolve();
  ends[1]?.(2);
  expect(await second).toBe(2);
});

test("once idle the next caller reads anew", async () => {
  const { shared, ends } = arrange();
  const first = shared.get();
  ends[0]?.(1);
  await first;
  const second = shared.get();
  ends[1]?.(2);
  expect(await second).toBe(2);
});
