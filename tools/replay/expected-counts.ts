import type { Calendar } from "@abwab/domain";

export interface Flow {
  entered: number;
  exited: number;
}

/** What the file says was counted, for each local day and zone. */
export class ExpectedCounts {
  readonly #days = new Map<string, Map<string, Flow>>();
  readonly #calendar: Calendar;

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  add(zone: string, direction: "in" | "out", occurredAt: number, headcount: number): void {
    const day = this.#calendar.dayOf(occurredAt);
    let zones = this.#days.get(day);
    if (!zones) this.#days.set(day, (zones = new Map()));
    let flow = zones.get(zone);
    if (!flow) zones.set(zone, (flow = { entered: 0, exited: 0 }));
    if (direction === "in") flow.entered += headcount;
    else flow.exited += headcount;
  }

  get days(): string[] {
    return [...this.#days.keys()].sort();
  }

  get zones(): string[] {
    return [...new Set([...this.#days.values()].flatMap((zones) => [...zones.keys()]))].sort();
  }

  of(day: string, zone: string): Flow {
    return this.#days.get(day)?.get(zone) ?? { entered: 0, exited: 0 };
  }

  ofZone(zone: string): Flow {
    return this.days.map((day) => this.of(day, zone)).reduce(added, { entered: 0, exited: 0 });
  }

  /** Headcount in at the given zones on a day; on all days without one. */
  entered(zones: readonly string[], day?: string): number {
    const days = day === undefined ? this.days : [day];
    return days.reduce((sum, date) => sum + zones.reduce((inner, zone) => inner + this.of(date, zone).entered, 0), 0);
  }
}

function added(sum: Flow, flow: Flow): Flow {
  return { entered: sum.entered + flow.entered, exited: sum.exited + flow.exited };
}
