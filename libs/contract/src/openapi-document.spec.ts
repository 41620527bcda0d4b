import { readFileSync } from "node:fs";
import path from "node:path";
import { refusalCode } from "./entries.ts";
import { openApiDocument } from "./openapi-document.ts";
import { problemCodes } from "./problem-codes.ts";
import { allRoutes } from "./routes.ts";

const written = path.resolve(import.meta.dirname, "../../../docs/api/openapi.json");

test("docs/api/openapi.json says what the contract says; else run npm run openapi", () => {
  expect(JSON.parse(readFileSync(written, "utf8"))).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});

test("every route is in the document once, with who may call it", () => {
  const paths = openApiDocument()["paths"] as Record<
    string,
    Record<string, { operationId: string; description: string }>
  >;
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  expect(operations.map((it) => it.operationId).toSorted()).toEqual(allRoutes.map(([name]) => name).toSorted());
  for (const operation of operations)
    expect(operation.description).toMatch(/^For (anyone|a device|a person|an API token)/);
});

test("docs/api/README.md names every code of a problem and of a refusal", () => {
  const page = readFileSync(path.resolve(written, "../README.md"), "utf8");
  const codes = [...problemCodes, ...refusalCode.options];
  expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual([]);
});
