import { globSync, readFileSync } from "node:fs";
import path from "node:path";

const source = path.join(import.meta.dirname, "..");

// A connection prepares a statement by its name: a second text under the same one is refused by the driver, on
// whichever connections the first was used before.
test("no two statements share a name", () => {
  const names = globSync("**/*.repository.ts", { cwd: source }).flatMap((file) =>
    [...readFileSync(path.join(source, file), "utf8").matchAll(/\bname: "(\w+)",\s+text:/g)].map(([, name]) => name),
  );
  expect(names).toContain("pass_crossings");
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
