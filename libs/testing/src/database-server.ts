import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { applyMigrations, startEmbeddedPostgres } from "@abwab/postgres";

export interface TestServer {
  /** Of the migrated database that every test database is copied from. */
  url: string;
  stop(): Promise<void>;
}

/** The real PostgreSQL for one run of the tests, in a directory of its own, gone afterwards. */
export async function startTestServer(): Promise<TestServer> {
  const directory = mkdtempSync(path.join(tmpdir(), "abwab-tests-"));
  chmodSync(directory, 0o755);
  const remove = (): void => rmSync(directory, { recursive: true, force: true });
  try {
    // What is tested here survives no power cut: not waiting for the disk makes the run twice as fast.
    const settings = { fsync: "off", full_page_writes: "off", shared_buffers: "64MB", max_connections: 200 };
    const server = await startEmbeddedPostgres({ directory, settings });
    await applyMigrations(server.url);
    return {
      url: server.url,
      stop: async () => {
        await server.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
