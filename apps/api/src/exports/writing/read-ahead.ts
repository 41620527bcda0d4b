import { Readable } from "node:stream";

/** Some slices of the ledger. */
const AHEAD_BYTES = 8 * 1024 * 1024;

/**
 * Reads on while what was read is still being packed and stored, so that the database and we work at the same time
 * instead of in turns.
 */
export const readAhead = (source: AsyncIterable<Buffer>): Readable =>
  Readable.from(source, { objectMode: false, highWaterMark: AHEAD_BYTES });
