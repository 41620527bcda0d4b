import { createClient } from "@abwab/api-client";
import { v7 } from "uuid";
import { watchBattery, withBattery } from "./battery.ts";
import { kioskRoutes } from "../app/kiosk-routes.ts";
import { Outbox } from "./outbox.ts";
import type { Duty } from "./outbox-record.ts";
import type { OutboxStore } from "./outbox-store.ts";

/** One name for every tab of this kiosk. */
const NAME = "abwab-outbox";

export interface BrowserOutboxOptions {
  readonly store: OutboxStore;
  readonly token: string;
  readonly edition: string;
  readonly dayOf: (at: number) => string;
  readonly appVersion: string;
  readonly duty: () => Duty | undefined;
  readonly onFlight: (records: number) => void;
}

/** The outbox with a real clock, network and tabs. */
export function createBrowserOutbox({ token, ...options }: BrowserOutboxOptions): Outbox {
  const client = createClient({ token });
  const battery = watchBattery(navigator);
  return new Outbox({
    ...options,
    transport: (request, timeoutMs) =>
      client.call(kioskRoutes.recordEntries, {
        body: withBattery(request, battery()),
        ...(timeoutMs !== undefined && { timeoutMs }),
      }),
    now: Date.now,
    steady: () => performance.now(),
    newId: () => v7(),
    random: Math.random,
    wait,
    alone,
    tabs: openTabs(),
  });
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });
}

async function alone(task: () => Promise<void>, signal: AbortSignal): Promise<void> {
  // Only a page from a secure origin has locks. Without them two tabs may send the same, which counts once anyway.
  if (!navigator.locks) return task();
  try {
    await navigator.locks.request(NAME, { signal }, task);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function openTabs() {
  return {
    tell: () => {
      const channel = new BroadcastChannel(NAME);
      channel.postMessage("tap");
      channel.close();
    },
    listen: (onTold: () => void) => {
      const channel = new BroadcastChannel(NAME);
      channel.onmessage = onTold;
      return () => channel.close();
    },
  };
}
