import { hash } from "node:crypto";

/**
 * An entry's id from what it is about: the same name at the same time gives the same id, so that a replay can be
 * repeated. UUIDv7 (RFC 9562): 48 bits of time, so that ids of one time lie together in the database, then 74 bits
 * of a hash of the name where a kiosk has random ones.
 */
export function entryId(occurredAt: number, name: string): string {
  const time = occurredAt.toString(16).padStart(12, "0");
  const digest = hash("sha1", name, "hex");
  const variant = ((Number.parseInt(digest.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}
