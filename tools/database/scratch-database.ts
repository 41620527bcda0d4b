import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "@abwab/postgres";

/** Calls `work` with an empty database of its own, gone afterwards. */
export async function withScratchDatabase<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const directory = mkdtempSync(path.join(tmpdir(), "abwab-scratch-"));
  try {
    const server = await startEmbeddedPostgres({ directory, settings: { fsync: "off", shared_buffers: "32MB" } });
    try {
      return await work(server.url);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
