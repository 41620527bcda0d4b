/** Where the entries of a batch belong: a device, and what is known of it. */
export interface Place {
  edition: number;
  version: string;
  checkpoint: number;
  zone: number;
  device: string;
}

/** Asks the database for the places of its devices. */
export const PLACES = `
  select device.edition_id as edition, config_version as version, checkpoint_id as checkpoint, zone_id as zone,
         device.id as device
  from device join checkpoint on checkpoint.id = checkpoint_id
    join edition_state on edition_state.edition_id = device.edition_id`;

/**
 * What the service hands `record_entries` for a batch of single entries, one a device after another.
 * @param newDigest of the pass that an entry brings, hex; without it none does
 */
export function argumentsOf(
  batch: number,
  places: readonly Place[],
  newId: () => string,
  newDigest: () => string = () => "NULL",
): unknown[] {
  const now = Date.now();
  const day = new Date(now).toISOString().slice(0, 10);
  const items = Array.from({ length: batch }, (_, index) => places[index % places.length] as Place);
  const column = (value: (place: Place) => unknown): string => `{${items.map(value).join(",")}}`;
  const [{ edition, version }] = places as [Place];
  return [
    edition,
    version,
    now,
    false,
    column(() => newId()),
    column((place) => place.zone),
    column((place) => place.checkpoint),
    column(() => true),
    column(() => "in"),
    column(() => 1),
    column(() => "public"),
    column(() => now),
    column(() => now),
    column(() => day),
    column(() => 0),
    column(() => 1_000_000),
    column((place) => place.device),
    column(() => "NULL"),
    column(newDigest),
    column(() => "NULL"),
    column(() => "NULL"),
  ];
}
