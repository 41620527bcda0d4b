import cliProgress from "cli-progress";

/** Shows how far something has come: a bar on a terminal, a line every few seconds elsewhere. */
export interface Progress {
  update(people: number, entries: number): void;
  stop(): void;
}

const lineEveryMs = 5_000;

/** @param total people to replay */
export function showProgress(
  total: number,
  out: NodeJS.WriteStream = process.stderr,
  now: () => number = Date.now,
): Progress {
  return out.isTTY ? bar(total, out, now) : lines(total, out, now);
}

function bar(total: number, stream: NodeJS.WriteStream, now: () => number): Progress {
  const begun = now();
  const shown = new cliProgress.SingleBar({
    stream,
    format: "  {bar} {percentage}%  {people} of {all} people  {rate} entries/s  {left} left",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    clearOnComplete: false,
  });
  const payload = (people: number, entries: number) => ({
    people: people.toLocaleString("en"),
    all: total.toLocaleString("en"),
    rate: rate(entries, now() - begun),
    left: timeLeft(people, total, now() - begun),
  });
  shown.start(total, 0, payload(0, 0));
  return {
    update: (people, entries) => shown.update(people, payload(people, entries)),
    stop: () => shown.stop(),
  };
}

function lines(total: number, stream: NodeJS.WriteStream, now: () => number): Progress {
  const begun = now();
  let shownAt = begun;
  return {
    update: (people, entries) => {
      const time = now();
      if (time - shownAt < lineEveryMs) return;
      shownAt = time;
      const percent = Math.floor((100 * people) / Math.max(1, total));
      const left = timeLeft(people, total, time - begun);
      stream.write(
        `${percent} %, ${people} of ${total} people, ${rate(entries, time - begun)} entries/s, ${left} left\n`,
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

function timeLeft(done: number, total: number, ms: number): string {
  return done === 0 ? "–:––" : duration((ms / done) * Math.max(0, total - done));
}
