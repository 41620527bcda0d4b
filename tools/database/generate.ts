import { spawnSync } from "node:child_process";
import path from "node:path";
import { workspaceRoot } from "../start/workspace.ts";

// npm run generate: Prisma's client out of prisma/schema.prisma. Generating needs no schema engine, but the command
// would fetch that binary from outside npm; naming any program in its place keeps it from trying.
const prisma = path.join(workspaceRoot, "node_modules", "prisma", "build", "index.js");
const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, "generate", "--no-hints"], {
  cwd: workspaceRoot,
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" },
  encoding: "utf8",
});
if (status !== 0) {
  process.stderr.write(`${stdout}${stderr}`);
  process.exit(1);
}
