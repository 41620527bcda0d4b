import type { ZoneAttendance } from "@abwab/contract";
import { addDays, meanStay } from "@abwab/domain";
import type { EditionConfiguration, ZoneConfiguration } from "../editions/edition-configuration.ts";
import type { ZoneDay } from "./zone-quarters.ts";

/** The figures of a zone over some days. */
export function zoneAttendance(
  zone: ZoneConfiguration,
  days: readonly ZoneDay[],
  edition: EditionConfiguration,
  now: number,
): ZoneAttendance {
  const peak = days.reduce<ZoneDay["peak"]>(
    (best, day) => (day.peak !== null && (best === null || day.peak.entered > best.entered) ? day.peak : best),
    null,
  );
  const stay = zone.countsExits ? stayOf(days, edition, now) : ("no_exits" as const);
  return {
    zone: zone.code,
    kind: zone.kind,
    entered: days.reduce((sum, { movement }) => sum + movement.entered, 0),
    peak: peak && { at: new Date(peak.at).toISOString(), entered: peak.entered },
    stayMinutes: typeof stay === "number" ? Math.round(stay * 10) / 10 : null,
    stayGap: typeof stay === "number" ? null : stay,
  };
}

/** The mean of the days' stays, each weighed by who came; a day that gives none is left out, unless all are such. */
function stayOf(days: readonly ZoneDay[], { calendar }: EditionConfiguration, now: number) {
  const stays = days.map(({ day, movement }) => {
    const isOver = now >= calendar.startOf(addDays(day, 1));
    const until = isOver ? null : (now - calendar.startOf(day)) / 1000;
    return { stay: meanStay(movement, until), entered: movement.entered };
  });
  const said = stays.flatMap(({ stay, entered }) => (typeof stay === "number" ? [{ stay, entered }] : []));
  const all = said.reduce((sum, { entered }) => sum + entered, 0);
  if (all > 0) return said.reduce((sum, { stay, entered }) => sum + (stay * entered) / all, 0);
  const gaps = stays.flatMap(({ stay }) => (typeof stay === "number" ? [] : [stay]));
  return gaps.includes("unbalanced") ? ("unbalanced" as const) : ("too_few" as const);
}
