import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { median } from "../statistics.ts";

const PAGE = Buffer.alloc(8192, 1);
const TIMES = 200;

/** Median milliseconds that a write of 8 KiB and its fdatasync take in this directory, as pg_test_fsync measures. */
export function fsyncMilliseconds(directory: string): number {
  const file = path.join(directory, "fsync-time");
  const descriptor = openSync(file, "w");
  try {
    const times = Array.from({ length: TIMES }, () => {
      const begun = performance.now();
      writeSync(descriptor, PAGE, 0, PAGE.length, 0);
      fdatasyncSync(descriptor);
      return performance.now() - begun;
    });
    return median(times);
  } finally {
    closeSync(descriptor);
    rmSync(file);
  }
}
