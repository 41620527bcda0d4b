/** Which projects each project may import; oxlint's rules refine this by file. Read it as the layers of the product. */
export const allowedImports: Record<string, string[]> = {
  domain: [],
  contract: ["domain"],
  prisma: [],
  postgres: [],
  "api-client": ["contract", "domain"],
  ui: ["contract", "domain", "api-client"],
  testing: ["contract", "domain", "api-client", "postgres"],
  api: ["contract", "domain", "postgres", "prisma", "testing"],
  console: ["contract", "domain", "api-client", "ui", "testing"],
  kiosk: ["contract", "domain", "api-client", "ui", "testing"],
  tools: ["contract", "domain", "api-client", "postgres", "testing"],
  // Measured against: the service that one would write first, on the same tables.
  "conventional-service": ["contract", "api"],
  test: ["contract", "domain", "api-client", "postgres", "testing", "tools", "api", "kiosk"],
};

/** Imports found in the workspace: project → projects. */
export type ImportGraph = Record<string, string[]>;

/** One sentence for each import that crosses a boundary. */
export function crossedBoundaries(graph: ImportGraph, allowed: Record<string, string[]> = allowedImports): string[] {
  return Object.entries(graph).flatMap(([project, imports]) => {
    const permitted = allowed[project];
    if (permitted === undefined) return [`${project} has no row in tools/lint/boundaries.ts: say what it may import.`];
    return imports
      .filter((each) => !permitted.includes(each))
      .map((each) => `${project} imports ${each}, and may import ${permitted.join(", ") || "nothing"} only.`);
  });
}
