import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { code, instant } from "@abwab/contract";
import { CsvError, parse } from "csv-parse";
import { FatalError } from "../start/fatal-error.ts";
import type { ReplayRow } from "./replay-row.ts";

const columns = ["slot_start", "zone", "checkpoint", "direction", "headcount"] as const;
type Column = (typeof columns)[number];
const largestHeadcount = 10_000_000;

/** The rows of a replay file, read as they are asked for. Throws FatalError naming line and column of what is wrong. */
export async function* readRows(file: string): AsyncGenerator<ReplayRow> {
  yield* readRowsFrom(createReadStream(file), file);
}

export async function* readRowsFrom(source: Readable, file: string): AsyncGenerator<ReplayRow> {
  const parser = parse({
    bom: true,
    trim: true,
    skip_empty_lines: true,
    info: true,
    columns: (header: string[]) => checkHeader(file, header),
  });
  source.once("error", (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<Column, string>;
      info: { lines: number };
    }>) {
      yield toRow(file, info.lines, record);
    }
  } catch (error) {
    throw asSentence(file, error);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function checkHeader(file: string, header: string[]): string[] {
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length === 0) return header;
  throw new FatalError(
    `${file}, line 1: the column ${missing.join(", ")} is missing; a replay file has ${columns.join(",")}.`,
  );
}

function toRow(file: string, line: number, record: Record<Column, string>): ReplayRow {
  const wrong = (column: Column, expected: string): FatalError =>
    new FatalError(`${file}, line ${line}, column ${column}: "${record[column]}" is not ${expected}.`);
  if (!instant.safeParse(record.slot_start).success)
    throw wrong("slot_start", "a time such as 2025-05-17T09:00:00+01:00");
  if (!code.safeParse(record.zone).success) throw wrong("zone", "the code of a zone");
  if (!code.safeParse(record.checkpoint).success) throw wrong("checkpoint", "the code of a checkpoint");
  if (record.direction !== "in" && record.direction !== "out") throw wrong("direction", "in or out");
  const headcount = /^\d{1,8}$/.test(record.headcount) ? Number(record.headcount) : Number.NaN;
  if (!(headcount <= largestHeadcount)) throw wrong("headcount", `a whole number from 0 to ${largestHeadcount}`);
  return {
    line,
    slotStart: Date.parse(record.slot_start),
    zone: record.zone,
    checkpoint: record.checkpoint,
    direction: record.direction,
    headcount,
  };
}

function asSentence(file: string, error: unknown): unknown {
  if (error instanceof CsvError)
    return new FatalError(`${file} is no CSV file as expected: ${error.message}.`, { cause: error });
  const reason = (error as NodeJS.ErrnoException).code;
  if (reason === "ENOENT") return new FatalError(`There is no file ${file}.`, { cause: error });
  if (reason === "EISDIR" || reason === "EACCES")
    return new FatalError(`${file} cannot be read (${reason}).`, { cause: error });
  return error;
}
