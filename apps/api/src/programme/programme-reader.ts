import type { ProgrammeItem } from "@abwab/contract";
import { remarksOn } from "@abwab/domain";
import { Injectable } from "@nestjs/common";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { ProgrammeRepository } from "./programme.repository.ts";
import type { StoredItem } from "./stored-item.ts";

/** Turns what was planned into what is shown: with who came, and what clashes. */
@Injectable()
export class ProgrammeReader {
  constructor(private readonly programme: ProgrammeRepository) {}

  async read(edition: EditionConfiguration, items: readonly StoredItem[]): Promise<ProgrammeItem[]> {
    if (items.length === 0) return [];
    const span = {
      from: Math.min(...items.map(({ startsAt }) => startsAt)),
      to: Math.max(...items.map(({ endsAt }) => endsAt)),
    };
    const [others, entered] = await Promise.all([
      this.programme.overlapping(edition.id, span),
      this.programme.entered(items.map(({ id }) => id)),
    ]);
    const now = Date.now();
    const withDoors = doorsIn(edition);
    return items.map((item) => {
      const capacity = edition.zones.get(item.zone)?.capacity ?? null;
      const isCounted = item.startsAt <= now && withDoors.has(item.zone);
      const counted = isCounted ? (entered.get(item.id) ?? 0) : null;
      const { changedAt: _, ...planned } = item;
      return {
        ...planned,
        startsAt: new Date(item.startsAt).toISOString(),
        endsAt: new Date(item.endsAt).toISOString(),
        day: edition.calendar.dayOf(item.startsAt),
        capacity,
        counted,
        attendance: attendanceOf(item.attended, counted),
        remarks: remarksOn(item, others, { capacity, open: edition.openIntervals }),
      };
    });
  }
}

/** What a person said stands before what was counted: it is said where the doors missed somebody. */
function attendanceOf(attended: number | null, counted: number | null): ProgrammeItem["attendance"] {
  if (attended !== null) return { value: attended, origin: "entered" };
  return counted === null ? null : { value: counted, origin: "counted" };
}

/** Zones where somebody may be counted going in. */
const doorsIn = ({ checkpoints }: EditionConfiguration): Set<string> =>
  new Set([...checkpoints.values()].filter(({ directions }) => directions.has("in")).map(({ zone }) => zone.code));
