import { readFileSync } from "node:fs";
import path from "node:path";
import { settingNames } from "./configuration.ts";

const guide = readFileSync(path.resolve(import.meta.dirname, "../../../../docs/operations.md"), "utf8");
const section = /^## Settings$([\s\S]*?)^## /m.exec(guide)?.[1] ?? "";
const rows = section.split("\n").filter((line) => line.startsWith("| `"));
const described = rows.flatMap((row) =>
  [...(row.split("|")[1] ?? "").matchAll(/`(\w+)`/g)].map((match) => match[1] ?? ""),
);

test("docs/operations.md describes every setting there is, once, and none that is not", () => {
  expect(described.toSorted()).toEqual([...settingNames].toSorted());
});
