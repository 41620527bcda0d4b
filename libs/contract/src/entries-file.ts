import { z } from "zod";
import { instant, slug, uuid } from "./primitives.ts";

/**
 * What waited on a kiosk, written to a file by a person as a last resort. The console takes it in with
 * `recoverEntries`, in parts of `MAX_ENTRIES_PER_REQUEST`; what the kiosk still sends afterwards counts once (E2).
 */
export const entriesFile = z.strictObject({
  format: z.literal("abwab-entries"),
  version: z.literal(1),
  edition: slug,
  /** The device the entries were made on, which the console recovers them for. */
  device: z.strictObject({ id: uuid, name: z.string().max(200) }),
  appVersion: z.string().max(64),
  writtenAt: instant,
  /** Items exactly as `POST /entries` takes them, checked there one by one (E4); oldest first. */
  entries: z.array(z.unknown()).max(1_000_000),
});
export type EntriesFile = z.infer<typeof entriesFile>;
