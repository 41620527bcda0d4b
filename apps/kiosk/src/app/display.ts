import { useSyncExternalStore } from "react";

/** A machine that shows figures instead of counting. */
export interface Display {
  /** A pavilion's own figure; without, the whole event. */
  readonly zone?: string | undefined;
  /** Of a public edition, for a machine that is not paired. */
  readonly edition?: string | undefined;
}

const KEY = "abwab.kiosk.display";
const listeners = new Set<() => void>();
let current = read();

/** `#wall`, `#wall=P12`, `#wall&edition=open-days`. */
export function displayInLink(hash: string): Display | undefined {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  if (!asked.has("wall")) return undefined;
  const [zone, edition] = [asked.get("wall"), asked.get("edition")];
  return { ...(zone && { zone: zone.toUpperCase() }), ...(edition && { edition }) };
}

function read(): Display | undefined {
  const text = localStorage.getItem(KEY);
  if (!text) return undefined;
  try {
    return JSON.parse(text) as Display;
  } catch (error) {
    console.warn("what this machine displays can't be read", error);
    return undefined;
  }
}

/** Remembered, so that a wall that is switched off and on again is a wall. undefined: it counts again. */
export function changeDisplay(display: Display | undefined): void {
  current = display;
  if (display) localStorage.setItem(KEY, JSON.stringify(display));
  else localStorage.removeItem(KEY);
  for (const listener of listeners) listener();
}

export function useDisplay(): Display | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
