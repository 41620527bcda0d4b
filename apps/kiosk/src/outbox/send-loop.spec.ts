import { SendLoop } from "./send-loop.ts";
import type { Next } from "./sender.ts";

/** A loop whose exchanges answer as told and whose waits are noted, and end only by a wake. */
function startLoop(answers: Next[]) {
  const waits: number[] = [];
  const stop = new AbortController();
  let asleep: () => void = () => undefined;
  const loop = new SendLoop(
    async () => answers.shift() ?? { stopped: true },
    (ms, signal) => {
      waits.push(ms);
      if (ms === 150 || signal.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        signal.addEventListener("abort", () => resolve());
        asleep();
      });
    },
  );
  const whenAsleep = () => new Promise<void>((resolve) => (asleep = resolve));
  return { loop, waits, stop, whenAsleep };
}

const HEARTBEAT: Next = { after: 20_000, wokenBy: "tap" };

describe("SendLoop", () => {
  it("is woken by a tap from the wait for a heartbeat, and gathers what is tapped with it", async () => {
    const { loop, waits, stop, whenAsleep } = startLoop([HEARTBEAT]);
    const asleep = whenAsleep();
    const run = loop.run(stop.signal);
    await asleep;
    loop.wake("tap");
    await run;
    expect(waits).toEqual([20_000, 150]);
  });

  it("hears a tap that came while an exchange was under way", async () => {
    const answers: Next[] = [HEARTBEAT];
    const waits: number[] = [];
    const loop: SendLoop = new SendLoop(
      async () => {
        loop.wake("tap");
        return answers.shift() ?? { stopped: true };
      },
      async (ms, signal) => void waits.push(signal.aborted ? 0 : ms),
    );
    await loop.run(new AbortController().signal);
    expect(waits).toEqual([0, 150]);
  });

  it("lets no tap cut a back-off short, but the network coming back", async () => {
    const { loop, waits, stop, whenAsleep } = startLoop([{ after: 4_000, wokenBy: "online" }]);
    const asleep = whenAsleep();
    const run = loop.run(stop.signal);
    await asleep;
    loop.wake("tap");
    expect(await Promise.race([run, Promise.resolve("asleep")])).toBe("asleep");
    loop.wake("online");
    await run;
    expect(waits).toEqual([4_000]);
  });

  it("sits out a Retry-After whatever happens, until it is stopped", async () => {
    const { loop, stop, whenAsleep } = startLoop([{ after: 60_000, wokenBy: "nothing" }]);
    const asleep = whenAsleep();
    const run = loop.run(stop.signal);
    await asleep;
    loop.wake("tap");
    loop.wake("online");
    expect(await Promise.race([run, Promise.resolve("asleep")])).toBe("asleep");
    stop.abort();
    await run;
  });
});
