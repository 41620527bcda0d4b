import type { CountFlag, CountRow, CountTotals } from "@abwab/contract";
import type { ZoneFigures } from "./counts.repository.ts";

const PACE_MINUTES = 5;

/** The wire's row of a zone. A negative figure is shown and flagged, not hidden (C2). */
export function toCountRow(zone: ZoneFigures): CountRow {
  const inside = zone.countsExits ? zone.inside : null;
  const flags: CountFlag[] = [];
  if (zone.enteredToday < 0 || zone.exitedToday < 0 || (inside !== null && inside < 0)) flags.push("negative");
  if (inside !== null && zone.capacity !== null && inside > zone.capacity) flags.push("over_capacity");
  return {
    zone: zone.code,
    enteredToday: zone.enteredToday,
    exitedToday: zone.exitedToday,
    enteredEdition: zone.enteredEdition,
    inside,
    perMinute: zone.paceEntered / PACE_MINUTES,
    status: zone.status,
    flags,
  };
}

/** Visits are of zones of kind `site`, pavilion visits of kind `pavilion`, both without staff. */
export function toTotals(zones: readonly ZoneFigures[]): CountTotals {
  const site = zones.filter((zone) => zone.kind === "site");
  const pavilions = zones.filter((zone) => zone.kind === "pavilion");
  const counted = site.filter((zone) => zone.countsExits);
  return {
    visitsToday: sum(site, (zone) => zone.visitsToday),
    visitsEdition: sum(site, (zone) => zone.visitsEdition),
    insideSite: counted.length === 0 ? null : sum(counted, (zone) => zone.inside),
    pavilionVisitsToday: sum(pavilions, (zone) => zone.visitsToday),
    pavilionVisitsEdition: sum(pavilions, (zone) => zone.visitsEdition),
    visitsPerMinute: sum(site, (zone) => zone.paceVisits) / PACE_MINUTES,
  };
}

function sum(zones: readonly ZoneFigures[], figure: (zone: ZoneFigures) => number): number {
  return zones.reduce((total, zone) => total + figure(zone), 0);
}
