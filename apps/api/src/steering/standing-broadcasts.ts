import type { DeviceBroadcast } from "@abwab/contract";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";

/** The messages that stand for the devices of a zone, the latest first. */
export function standingBroadcasts(
  { broadcasts }: Pick<EditionConfiguration, "broadcasts">,
  zone: string,
  now: number,
): DeviceBroadcast[] {
  return broadcasts
    .filter(
      ({ zones, until }) => (zones === null || zones.includes(zone)) && (until === null || Date.parse(until) > now),
    )
    .map(({ id, revision, level, texts, displays, until }) => ({ id, revision, level, texts, displays, until }));
}
