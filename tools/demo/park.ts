import type { Checkpoint, Zone } from "@abwab/contract";

/** A zone with its doors, as the crowd sees it. */
export interface Place {
  readonly zone: string;
  readonly entrances: readonly string[];
  readonly exits: readonly string[];
  /** How many people are drawn to it, relative to others. */
  readonly attraction: number;
}

export interface Park {
  /** Where one comes in and goes out; empty where an edition counts no site. */
  readonly gates: readonly Place[];
  readonly attractions: readonly Place[];
}

const usualCapacity = 250;

/** Larger zones draw more people, but an arena ten times as large not ten times as many. */
export function parkOf(zones: readonly Zone[], checkpoints: readonly Checkpoint[]): Park {
  const place = (zone: Zone): Place => {
    const doors = checkpoints.filter((checkpoint) => checkpoint.zone === zone.code);
    return {
      zone: zone.code,
      entrances: doors.filter((door) => door.directions.includes("in")).map((door) => door.code),
      exits: doors.filter((door) => door.directions.includes("out")).map((door) => door.code),
      attraction: Math.min(zone.capacity ?? usualCapacity, 4 * usualCapacity),
    };
  };
  const places = zones
    .map((zone) => ({ kind: zone.kind, place: place(zone) }))
    .filter(({ place: { entrances } }) => entrances.length > 0);
  return {
    gates: places.filter(({ kind }) => kind === "site").map((each) => each.place),
    attractions: places.filter(({ kind }) => kind !== "site").map((each) => each.place),
  };
}
