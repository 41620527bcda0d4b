import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "@abwab/api-client";
import { type ExportFormat, routes } from "@abwab/contract";

export interface MadeExport {
  rows: number;
  /** From the asking to the last byte on disk, waiting for a worker included. */
  seconds: number;
  bytes: number;
  /** Of the process that wrote it, at its most. */
  memory: number;
}

const LOOK_MS = 50;

/** Has the whole ledger made into a file, and watches the process that does. */
export async function makeExport(
  client: Client,
  slug: string,
  format: ExportFormat,
  servicePid: number,
): Promise<MadeExport> {
  const body = { what: "ledger", format, locale: "en" } as const;
  const { id } = await client.call(routes.createExport, { params: { slug }, body });
  let memory = 0;
  for (;;) {
    memory = Math.max(memory, peakOfWriters(servicePid));
    const made = await client.call(routes.getExport, { params: { slug, id } });
    if (made.state === "failed" || made.state === "cancelled") throw new Error(`The export is ${made.state}.`);
    if (made.state === "done") {
      await client.call(routes.removeExport, { params: { slug, id } });
      const seconds = (Date.parse(made.finishedAt ?? "") - Date.parse(made.createdAt)) / 1000;
      return { rows: made.progress.rows, seconds, bytes: made.bytes ?? 0, memory };
    }
    await delay(LOOK_MS);
  }
}

/** Bytes that the service's writing processes have held at their most (`VmHWM`). */
function peakOfWriters(servicePid: number): number {
  const peaks = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      const read = (file: string): string => readIfThere(`/proc/${pid}/${file}`);
      const isWriter =
        read("stat").split(") ")[1]?.split(" ")[1] === String(servicePid) && read("cmdline").includes("export-process");
      return isWriter ? 1024 * Number(/VmHWM:\s+(\d+)/.exec(read("status"))?.[1] ?? 0) : 0;
    });
  return Math.max(0, ...peaks);
}

/** Empty for a process that has ended meanwhile. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH")) return "";
    throw error;
  }
}
