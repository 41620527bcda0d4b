import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@abwab/postgres";
import { FatalError } from "../start/fatal-error.ts";
import { type Product, startProduct } from "../start/start-product.ts";
import { workspaceRoot } from "../start/workspace.ts";

export const credentials = { email: "admin@abwab.test", password: "correct horse battery staple" };

export interface BenchedProduct {
  /** The page in docs/ that is written and printed. */
  page: string;
  /** Whether the sample editions are there. */
  sample: boolean;
}

/**
 * Starts the built product on a database of its own, which goes with it, and has it measured. What can't be measured
 * here (a `FatalError`) is said in one line.
 *
 * @param measure resolves with the page
 */
export async function benchProduct(
  { page: name, sample }: BenchedProduct,
  measure: (product: Product) => Promise<string>,
): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), "abwab-bench-"));
  // PostgreSQL may run as somebody else.
  chmodSync(directory, 0o755);
  try {
    await using product = await startProduct({
      directory,
      databaseUrl: "",
      port: await freePort(),
      host: "127.0.0.1",
      sample,
      environment: { ABWAB_ADMIN_EMAIL: credentials.email, ABWAB_ADMIN_PASSWORD: credentials.password },
      say: (line) => process.stderr.write(`abwab: ${line}\n`),
    });
    const page = await measure(product);
    writeFileSync(path.join(workspaceRoot, "docs", name), page);
    process.stdout.write(page);
  } catch (error) {
    if (!(error instanceof FatalError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
