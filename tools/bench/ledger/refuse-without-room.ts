import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { FatalError } from "../../start/fatal-error.ts";
import { formatNumber } from "../report/format-number.ts";

/** With its indexes, and what PostgreSQL logs of it until the next checkpoint. */
const BYTES_A_ROW = 400;

/** Throws FatalError where a ledger of so many rows has no room. */
export function refuseWithoutRoom(rows: number): void {
  const { bavail, bsize } = statfsSync(tmpdir());
  const gigabytes = (bytes: number): string => `${formatNumber(bytes / 1e9)} GB`;
  const [needed, free] = [rows * BYTES_A_ROW, bavail * bsize];
  if (free < needed)
    throw new FatalError(
      `${tmpdir()} has ${gigabytes(free)} free and ${gigabytes(needed)} are needed: take fewer --rows.`,
    );
}
