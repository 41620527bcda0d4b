import type { KnownPass } from "./known-passes.repository.ts";
import { RecentPasses } from "./recent-passes.ts";

const pass = (digest: string) => ({ digest }) as KnownPass;

test("what is asked for again and again stays, however many come between", () => {
  const recent = new RecentPasses(3);
  recent.set("often", pass("often"));
  for (let number = 0; number < 20; number += 1) {
    recent.set(`once ${number}`, pass(`once ${number}`));
    expect(recent.get("often")?.digest).toBe("often");
  }
});

test("the last ones are there; the one before the generation before is gone", () => {
  const recent = new RecentPasses(3);
  for (const name of ["a", "b", "c", "d", "e", "f"]) recent.set(name, pass(name));
  expect(["a", "b", "c", "d", "e", "f"].map((name) => recent.get(name)?.digest)).toEqual([
    undefined,
    undefined,
    undefined,
    "d",
    "e",
    "f",
  ]);
});
