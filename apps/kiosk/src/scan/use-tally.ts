import type { DeviceConfiguration, Direction } from "@abwab/contract";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Outbox } from "../outbox/index.ts";
import { giveFeedback } from "./feedback.ts";

/** What a tap counts, until it is changed. */
export interface Choice {
  readonly direction: Direction;
  readonly category: string;
}

/** The last tap, for the screen to answer it. */
export interface Pulse {
  readonly count: number;
  readonly headcount: number;
  readonly direction: Direction;
}

export interface Tally {
  readonly choice: Choice;
  readonly choose: (change: Partial<Choice>) => void;
  readonly count: (headcount: number) => void;
  readonly undo: (id: string) => void;
  /** Something could not be stored. */
  readonly fail: (error: unknown) => void;
  readonly pulse: Pulse;
  /** The disk would not take the last one. */
  readonly failed: boolean;
}

const KEY = "abwab.kiosk.choice";

/** The choice made before on this kiosk, as far as the checkpoint and the edition still offer it. */
function rememberedChoice(): Partial<Choice> {
  const [direction, category] = (localStorage.getItem(KEY) ?? "").split(" ");
  return { ...(direction && { direction: direction as Direction }), ...(category && { category }) };
}

/** The choice that every tap counts by; it outlives a reload. */
export function useChoice({ checkpoint, categories }: DeviceConfiguration) {
  const [chosen, setChosen] = useState(rememberedChoice);
  const direction = checkpoint.directions.find((one) => one === chosen.direction) ?? checkpoint.directions[0] ?? "in";
  const category = categories.find((one) => one === chosen.category) ?? categories[0] ?? "public";
  useEffect(() => localStorage.setItem(KEY, `${direction} ${category}`), [direction, category]);
  const choice: Choice = useMemo(() => ({ direction, category }), [direction, category]);
  const choose = useCallback((change: Partial<Choice>) => setChosen((before) => ({ ...before, ...change })), []);
  return { choice, choose };
}

/** Resolves with where they come from, at once where this visitor is not asked. */
export type AskOrigin = (part: Choice & { readonly headcount: number }) => Promise<string | undefined>;

interface TallyOptions {
  readonly checkpoint: string;
  readonly choice: Choice;
  readonly choose: (change: Partial<Choice>) => void;
  readonly askOrigin: AskOrigin;
}

export function useTally(outbox: Outbox, { checkpoint, choice, choose, askOrigin }: TallyOptions): Tally {
  const [pulse, setPulse] = useState<Pulse>({ count: 0, headcount: 1, direction: "in" });
  const [failed, setFailed] = useState(false);

  const fail = useCallback((error: unknown) => {
    console.error("an entry could not be stored", error);
    setFailed(true);
    giveFeedback("failure");
  }, []);

  const count = useCallback(
    (headcount: number) => {
      const { direction } = choice;
      const record = async () => {
        const origin = await askOrigin({ ...choice, headcount });
        await outbox.record({ checkpoint, ...choice, headcount, ...(origin !== undefined && { origin }) });
        setFailed(false);
        setPulse((before) => ({ count: before.count + 1, headcount, direction }));
        giveFeedback(direction);
      };
      record().catch(fail);
    },
    [outbox, checkpoint, choice, askOrigin, fail],
  );

  const undo = useCallback(
    (id: string) => {
      outbox.undo(id).then((done) => giveFeedback(done ? "undo" : "failure"), fail);
    },
    [outbox, fail],
  );

  return { choice, choose, count, undo, fail, pulse, failed };
}
