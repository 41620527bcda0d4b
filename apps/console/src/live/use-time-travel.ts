import { routes, type Edition } from "@abwab/contract";
import { addDays, createCalendar, openIntervals } from "@abwab/domain";
import { useEffect, useMemo, useState } from "react";
import { api } from "../app/api.ts";
import { createCountStore, type CountStore } from "./count-store.ts";

/** Times faster than the day was; 0 stands still. */
export const speeds = [60, 600] as const;
export type Speed = 0 | (typeof speeds)[number];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Between two steps while it plays. */
const STEP_MS = 500;

export interface TimeTravel {
  /** ms since the epoch, on a whole minute; undefined while the board shows now. */
  readonly moment: number | undefined;
  readonly speed: Speed;
  /** Why the figures of the moment could not be read. */
  readonly error: unknown;
  goTo(moment: number): void;
  play(speed: Speed): void;
  backToNow(): void;
}

/** Goes to past moments of an edition: reads the figures of each into a store of its own, one question at a time. */
export function useTimeTravel(edition: Edition): TimeTravel & { store: CountStore } {
  const store = useMemo(() => createCountStore(), []);
  const [moment, setMoment] = useState<number>();
  const [speed, setSpeed] = useState<Speed>(0);
  const [error, setError] = useState<unknown>();
  const { slug } = edition;
  const reader = useMemo(() => createReader(slug, store, setError), [slug, store]);

  useEffect(() => {
    reader.want(moment);
  }, [reader, moment]);
  useEffect(() => {
    if (speed === 0) return;
    const timer = setInterval(() => {
      setMoment((before) => {
        const next = before === undefined ? undefined : before + speed * STEP_MS;
        // What has caught up with now is now.
        return next !== undefined && next >= Date.now() ? undefined : next;
      });
    }, STEP_MS);
    return () => clearInterval(timer);
  }, [speed]);
  useEffect(() => {
    if (moment === undefined) setSpeed(0);
  }, [moment]);

  return {
    store,
    moment,
    speed,
    error,
    goTo: (to) => setMoment(to >= Date.now() - MINUTE ? undefined : Math.floor(to / MINUTE) * MINUTE),
    play: setSpeed,
    backToNow: () => setMoment(undefined),
  };
}

/** Reads the moment wanted last; those that were wanted while another was read are passed over. */
function createReader(slug: string, store: CountStore, onError: (error: unknown) => void) {
  let wanted: number | undefined;
  let shown: number | undefined;
  let reading = false;
  const read = async () => {
    if (reading || wanted === undefined || wanted === shown) return;
    reading = true;
    const moment = wanted;
    try {
      const query = { moment: new Date(moment).toISOString() };
      const snapshot = await api.call(routes.countsAt, { params: { slug }, query });
      store.takeConnection("live");
      if (wanted !== undefined) store.takeSnapshot(snapshot);
      onError(undefined);
    } catch (error) {
      onError(error);
    } finally {
      shown = moment;
      reading = false;
    }
    void read();
  };
  return {
    want(moment: number | undefined) {
      wanted = moment === undefined ? undefined : Math.floor(moment / MINUTE) * MINUTE;
      if (wanted === undefined) shown = undefined;
      void read();
    },
  };
}

/** From when to when a day is gone through: its opening hours and one more at each end, up to now. */
export function spanOfDay(edition: Edition, day: string, now: number): { from: number; to: number } {
  const calendar = createCalendar(edition.timeZone, edition.dayCutoff);
  const [start, end] = [calendar.startOf(day), calendar.startOf(addDays(day, 1))];
  const [hours] = openIntervals(
    calendar,
    edition.days.filter(({ date }) => date === day),
  );
  const from = Math.max(start, (hours?.from ?? start) - HOUR);
  const to = Math.min(end, (hours?.to ?? end) + HOUR, Math.floor(now / MINUTE) * MINUTE);
  return { from, to: Math.max(from, to) };
}

/** The days that have begun. */
export function pastDays(edition: Edition, now: number): string[] {
  const calendar = createCalendar(edition.timeZone, edition.dayCutoff);
  return edition.days.map(({ date }) => date).filter((date) => calendar.startOf(date) < now);
}
