import type { DeviceConfiguration } from "@abwab/contract";
import type { PassCrossing } from "@abwab/domain";
import type { Asked, KnownCrossing, Outbox } from "../outbox/index.ts";
import { isPupils } from "./group-heads.ts";
import type { PassCase } from "./pass-case.ts";
import type { Heads } from "./stage.ts";

export type RememberedCrossing = PassCrossing & { readonly category: string };

/** How many of a group had come to this zone when the list was read. */
export interface ListedArrivals extends Heads {
  /** The service's time as far as it is known here, in milliseconds. */
  readonly readAt: number;
}

interface PassHistoryParts {
  readonly outbox: Pick<Outbox, "crossingsOf">;
  readonly configuration: () => DeviceConfiguration;
  readonly localTime: (at: number) => { readonly day: string };
  /** What the day's list says of a group; undefined where it isn't on it. */
  readonly listed: (code: string) => ListedArrivals | undefined;
}

/**
 * Where a pass went in and out of this zone, as far as this kiosk knows: through its own door; of a group also through
 * others, by the day's list and by what the service answered when it was asked.
 */
export class PassHistory {
  readonly #parts: PassHistoryParts;
  /** Of groups: how many the service has told of that came through other doors. */
  readonly #told = new Map<string, { readonly day: string; readonly people: number }>();

  constructor(parts: PassHistoryParts) {
    this.#parts = parts;
  }

  async of({ read, at }: PassCase): Promise<RememberedCrossing[]> {
    const own = await this.#own(read.code);
    const { code, facts } = read;
    // Who went out again through another door is not known: of those who may come and go, only what was seen counts.
    const isLimited = this.#parts.configuration().policy.mode !== "in_out";
    if (code === undefined || !facts?.group || !isLimited) return own;
    const { day } = this.#parts.localTime(at);
    return [...own, ...this.#elsewhere(code, day, own).map((part) => ({ ...part, direction: "in" as const, at, day }))];
  }

  /** Keeps what the answer to an ask says of a group's arrivals, for the next part of it that comes here. */
  async note({ read, at }: PassCase, asked: readonly Asked[]): Promise<void> {
    const arrived = asked.find(({ groupArrived }) => groupArrived !== undefined)?.groupArrived;
    if (arrived === undefined || read.code === undefined) return;
    const { day } = this.#parts.localTime(at);
    const isDaily = this.#parts.configuration().policy.mode === "daily";
    const ids = new Set(asked.map(({ id }) => id));
    const before = (await this.#own(read.code)).filter((one) => !ids.has(one.id) && (!isDaily || one.day === day));
    this.#told.set(read.code, { day, people: Math.max(0, arrived - headcountIn(before)) });
  }

  async #own(code: string | undefined): Promise<(KnownCrossing & { day: string })[]> {
    if (code === undefined) return [];
    const { outbox, configuration, localTime } = this.#parts;
    const crossings = await outbox.crossingsOf(code, configuration().zone.code);
    return crossings.map((crossing) => ({ ...crossing, day: localTime(crossing.at).day }));
  }

  /** The list says how many pupils and adults; the service only how many people, of whom most are pupils. */
  #elsewhere(code: string, day: string, own: readonly RememberedCrossing[]) {
    const listed = this.#parts.listed(code) ?? { pupils: 0, adults: 0, readAt: 0 };
    // Who came here before the list was read is on it; who came since stands beside it.
    const onIt = own.filter((crossing) => crossing.day === day && crossing.at <= listed.readAt);
    const beyond = (arrived: number, ofPupils: boolean) =>
      Math.max(0, arrived - headcountIn(onIt.filter(({ category }) => isPupils(category) === ofPupils)));
    const [pupils, adults] = [beyond(listed.pupils, true), beyond(listed.adults, false)];
    const told = this.#told.get(code);
    const more = told?.day === day ? Math.max(0, told.people - pupils - adults) : 0;
    const parts = [
      { category: "pupils", headcount: pupils + more },
      { category: "public", headcount: adults },
    ];
    return parts.filter(({ headcount }) => headcount > 0);
  }
}

const headcountIn = (crossings: readonly PassCrossing[]): number =>
  crossings.reduce((sum, { direction, headcount }) => (direction === "in" ? sum + headcount : sum), 0);
