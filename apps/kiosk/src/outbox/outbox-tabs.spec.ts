import { Outbox } from "./outbox.ts";
import { openOutboxDatabase } from "./outbox-database.ts";
import { OutboxStore } from "./outbox-store.ts";
import { TestKiosk } from "./testing/test-kiosk.ts";
import { IDBKeyRange } from "fake-indexeddb";

/** What the browser's lock manager does: one holder, the others in a queue. */
function createLock() {
  let last: Promise<void> = Promise.resolve();
  return (task: () => Promise<void>) => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** Two tabs on one disk; what one of them tells the other hears. */
function openTabs(kiosk: TestKiosk) {
  const alone = createLock();
  const listeners = new Set<() => void>();
  const state = { sending: 0, mostSending: 0 };
  const open = () => {
    const parts = kiosk.parts();
    return new Outbox({
      ...parts,
      store: new OutboxStore(openOutboxDatabase({ indexedDB: kiosk.disk, IDBKeyRange })),
      alone,
      transport: async (request) => {
        state.mostSending = Math.max(state.mostSending, ++state.sending);
        try {
          return await parts.transport(request);
        } finally {
          state.sending -= 1;
        }
      },
      wait: (ms, signal) =>
        new Promise((resolve) => {
          if (signal.aborted || ms <= 150) setTimeout(resolve, 0);
          else signal.addEventListener("abort", () => resolve());
        }),
      tabs: {
        tell: () => listeners.forEach((listener) => listener()),
        listen: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
    });
  };
  return { first: open(), second: open(), state };
}

const crossing = { checkpoint: "P12-A", direction: "in", category: "public", headcount: 1 } as const;

/** Resolves when the server has so many entries. */
async function recorded(kiosk: TestKiosk, entries: number): Promise<void> {
  while (kiosk.server.entries.size < entries) await new Promise((resolve) => setTimeout(resolve, 1));
}

describe("outbox in two tabs (E2)", () => {
  it("sends from one of them only, what both have tapped", async () => {
    const kiosk = new TestKiosk();
    const { first, second, state } = openTabs(kiosk);
    const stop = new AbortController();
    const runs = [first.run(stop.signal), second.run(stop.signal)];
    for (let i = 0; i < 10; i++) await Promise.all([first.record(crossing), second.record(crossing)]);
    await recorded(kiosk, 20);
    stop.abort();
    await Promise.all(runs);
    const sent = kiosk.server.requests.flatMap(({ ids }) => ids);
    expect([sent.length, new Set(sent).size, state.mostSending]).toEqual([20, 20, 1]);
  });

  it("goes on in the other when the one that sends is closed", async () => {
    const kiosk = new TestKiosk();
    const { first, second } = openTabs(kiosk);
    const [closeFirst, closeSecond] = [new AbortController(), new AbortController()];
    const runs = [first.run(closeFirst.signal), second.run(closeSecond.signal)];
    await first.record(crossing);
    await recorded(kiosk, 1);
    closeFirst.abort();
    await second.record(crossing);
    await recorded(kiosk, 2);
    closeSecond.abort();
    await Promise.all(runs);
    expect(kiosk.server.inside).toBe(2);
  });
});
