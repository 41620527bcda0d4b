import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { connectionEnvironment } from "../machine/find-program.ts";
import { queryOnce } from "../machine/database-server.ts";
import { PLACES, type Place } from "./batch-arguments.ts";

const COLUMNS =
  "id, version, occurred_at, placed_at, received_at, device_id, edition_id, zone_id, checkpoint_id, kind, direction, headcount, day, flags, checkpoint_sent, category";

/**
 * Has psql COPY so many entries from a file into the ledger, in one transaction: no duplicate is looked for, nothing is
 * tallied. Resolves with entries a second.
 */
export async function runCopy(program: string, url: string, rows: number): Promise<number> {
  const directory = mkdtempSync(path.join(tmpdir(), "abwab-copy-"));
  const file = path.join(directory, "ledger");
  try {
    writeRows(file, rows, await queryOnce<Place>(url, PLACES));
    const begun = performance.now();
    await copy(program, url, file);
    return (rows * 1000) / (performance.now() - begun);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

async function copy(program: string, url: string, file: string): Promise<void> {
  const input = openSync(file, "r");
  try {
    const words = ["--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--command"];
    const child = spawn(program, [...words, `copy ledger (${COLUMNS}) from stdin`], {
      env: { ...process.env, ...connectionEnvironment(url) },
      stdio: [input, "ignore", "inherit"],
    });
    await new Promise<void>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`psql ended with code ${code}.`))));
    });
  } finally {
    closeSync(input);
  }
}

function writeRows(file: string, rows: number, places: readonly Place[]): void {
  const output = openSync(file, "w");
  try {
    const now = new Date();
    const at = now.toISOString();
    const milliseconds = now.getTime().toString(16).padStart(12, "0");
    for (let row = 0; row < rows; row += 1) {
      const { edition, zone, checkpoint, device } = places[row % places.length] as Place;
      const id = `${milliseconds}70008${row.toString(16).padStart(15, "0")}`;
      const values = [id, 1, at, at, at, device, edition, zone, checkpoint, "entry", "in", 1, at.slice(0, 10), 0, "t"];
      writeSync(output, `${values.join("\t")}\tpublic\n`);
    }
  } finally {
    closeSync(output);
  }
}
