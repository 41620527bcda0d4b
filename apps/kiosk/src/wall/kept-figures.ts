import type { CountSnapshot, Names, Zone } from "@abwab/contract";

/** What a wall keeps of its last look, so that it never starts empty; its age is shown with it (C4). */
export interface KeptFigures {
  readonly edition: string;
  readonly snapshot: CountSnapshot;
  readonly zones: readonly Zone[];
  readonly names?: Names | undefined;
  readonly timeZone?: string | undefined;
}

const KEY = "abwab.kiosk.wall";

export function readKept(edition: string): KeptFigures | undefined {
  const text = localStorage.getItem(KEY);
  if (!text) return undefined;
  try {
    const kept = JSON.parse(text) as KeptFigures;
    return kept.edition === edition ? kept : undefined;
  } catch (error) {
    console.warn("the last figures of this wall can't be read", error);
    return undefined;
  }
}

export const writeKept = (figures: KeptFigures): void => localStorage.setItem(KEY, JSON.stringify(figures));
