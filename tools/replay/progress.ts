import cliProgress from "cli-progress";

/** Shows how far something has come: a bar on a terminal, a line every few seconds elsewhere. */
export interface Progress {
  update(people: number, entries: number): void;
  stop(): void;
}

export interface Extent {
  /** How many are to be replayed. */
  readonly people: number;
  /** How long it takes, where that is known beforehand. */
  readonly plannedMs?: number | undefined;
}

const lineEveryMs = 5_000;

export function showProgress(
  extent: Extent,
  out: NodeJS.WriteStream = process.stderr,
  now: () => number = Date.now,
): Progress {
  const begun = now();
  const state = (people: number, entries: number): State => {
    const tookMs = now() - begun;
    return {
      people: people.toLocaleString("en"),
      all: extent.people.toLocaleString("en"),
      rate: rate(entries, tookMs),
      left: timeLeft(people, extent, tookMs),
    };
  };
  return out.isTTY ? bar(extent, state, out) : lines(extent, state, out, now);
}

interface State {
  readonly people: string;
  readonly all: string;
  readonly rate: string;
  readonly left: string;
}
type StateOf = (people: number, entries: number) => State;

function bar(extent: Extent, stateOf: StateOf, stream: NodeJS.WriteStream): Progress {
  const shown = new cliProgress.SingleBar({
    stream,
    format: "  {bar} {percentage}%  {people} of {all} people  {rate} entries/s  {left} left",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 24,
    hideCursor: true,
  });
  shown.start(Math.max(1, extent.people), 0, stateOf(0, 0));
  return {
    update: (people, entries) => shown.update(people, stateOf(people, entries)),
    stop: () => shown.stop(),
  };
}

function lines(extent: Extent, stateOf: StateOf, stream: NodeJS.WriteStream, now: () => number): Progress {
  let shownAt = now();
  return {
    update: (people, entries) => {
      if (now() - shownAt < lineEveryMs) return;
      shownAt = now();
      const percent = Math.floor((100 * people) / Math.max(1, extent.people));
      const state = stateOf(people, entries);
      stream.write(
        `${percent}%  ${state.people} of ${state.all} people  ${state.rate} entries/s  ${state.left} left\n`,
      );
    },
    stop: () => undefined,
  };
}

export function rate(entries: number, ms: number): string {
  return Math.round((entries * 1000) / Math.max(1, ms)).toLocaleString("en");
}

/** `m:ss` from a number of milliseconds. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function timeLeft(done: number, { people, plannedMs }: Extent, tookMs: number): string {
  if (plannedMs !== undefined && plannedMs > tookMs) return duration(plannedMs - tookMs);
  return done === 0 ? "–:––" : duration((tookMs / done) * Math.max(0, people - done));
}
