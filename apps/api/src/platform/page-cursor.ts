import type { Page } from "@abwab/contract";
import type { z } from "zod";
import { ProblemError } from "./problem-error.ts";

/** What a list is read by: rows after this key, at most so many. */
export interface PageRequest<Key> {
  after: Key | undefined;
  limit: number;
}

/** Reads an opaque cursor. Throws `invalid` for one that no list here gave out. */
export function readCursor<Key>(cursor: string | undefined, schema: z.ZodType<Key>): Key | undefined {
  if (cursor === undefined) return undefined;
  const key = schema.safeParse(parseJson(Buffer.from(cursor, "base64url").toString("utf8")));
  if (key.success) return key.data;
  const message = "It is no cursor of this list.";
  throw new ProblemError("invalid", `cursor: ${message}`, {
    errors: [{ path: "cursor", code: "bad_cursor", message }],
  });
}

/**
 * @param rows one more than `limit` where there is a next page
 * @param keyOf the key by which the list is ordered
 */
export function pageOf<Item>(rows: readonly Item[], limit: number, keyOf: (item: Item) => unknown): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null };
}

/** What `readCursor` reads: for lists that go on after another key than their last item's. */
export function writeCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
