import { useSyncExternalStore } from "react";

/** `sun`: dark on white, for daylight on the screen. */
export const appearances = ["sun", "night"] as const;
export type Appearance = (typeof appearances)[number];

export interface Preferences {
  readonly appearance: Appearance;
  readonly sound: boolean;
  readonly vibration: boolean;
}

const KEY = "abwab.kiosk.preferences";
const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  const dark = globalThis.matchMedia?.("(prefers-color-scheme: dark)").matches ?? false;
  const defaults: Preferences = { appearance: dark ? "night" : "sun", sound: false, vibration: true };
  const text = globalThis.localStorage?.getItem(KEY);
  if (!text) return defaults;
  try {
    return { ...defaults, ...(JSON.parse(text) as Partial<Preferences>) };
  } catch (error) {
    console.warn("the preferences on this kiosk can't be read and start anew", error);
    return defaults;
  }
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  localStorage.setItem(KEY, JSON.stringify(current));
  for (const listener of listeners) listener();
}

export const preferences = (): Preferences => current;

export function usePreferences(): Preferences {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, preferences);
}
