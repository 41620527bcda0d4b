import { readFileSync } from "node:fs";
import path from "node:path";
import { startTestApi } from "../support/test-api.ts";

const guide = readFileSync(path.resolve(import.meta.dirname, "../../docs/operations.md"), "utf8");
const section = /^## Health and alarms$([\s\S]*?)^## /m.exec(guide)?.[1] ?? "";
const described = new Set([...section.matchAll(/`((?:abwab|nodejs|process)_\w+)/g)].map((match) => match[1] ?? ""));

test("docs/operations.md says of every metric of ours when it alarms, and names none that is not exported", async () => {
  await using api = await startTestApi();
  const text = await (await fetch(`${api.url}/metrics`)).text();
  const exported = [...text.matchAll(/^# TYPE (\w+) /gm)].map((match) => match[1] ?? "");
  const isOurs = (name: string): boolean => name.startsWith("abwab_");
  expect([...described].filter(isOurs).toSorted()).toEqual(exported.filter(isOurs).toSorted());
  // "process_…" stands for all of them.
  expect(exported).toEqual(expect.arrayContaining([...described].filter((name) => !/^(nodejs|process)_$/.test(name))));
});
