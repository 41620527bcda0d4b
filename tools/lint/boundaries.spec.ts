import { allowedImports, crossedBoundaries } from "./boundaries.ts";

test("an import that no row allows is named with both projects", () => {
  expect(crossedBoundaries({ domain: ["contract"] })).toEqual([
    "domain imports contract, and may import nothing only.",
  ]);
});

test("a new project has to say what it may import", () => {
  expect(crossedBoundaries({ billing: [] })).toHaveLength(1);
});

test("no app may import an app", () => {
  const apps = ["api", "console", "kiosk"];
  expect(apps.filter((app) => allowedImports[app]?.some((each) => apps.includes(each)))).toEqual([]);
});

test("the allowed imports themselves have no cycle", () => {
  const reaches = (from: string, to: string): boolean =>
    (allowedImports[from] ?? []).some((each) => each === to || reaches(each, to));
  expect(Object.keys(allowedImports).filter((project) => reaches(project, project))).toEqual([]);
});
