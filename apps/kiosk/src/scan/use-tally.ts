import type { DeviceConfiguration, Direction } from "@abwab/contract";
import { useCallback, useEffect, useState } from "react";
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

export function useTally(outbox: Outbox, { checkpoint, categories }: DeviceConfiguration): Tally {
  const [chosen, setChosen] = useState(rememberedChoice);
  const [pulse, setPulse] = useState<Pulse>({ count: 0, headcount: 1, direction: "in" });
  const [failed, setFailed] = useState(false);

  const direction = checkpoint.directions.find((one) => one === chosen.direction) ?? checkpoint.directions[0] ?? "in";
  const category = categories.find((one) => one === chosen.category) ?? categories[0] ?? "public";
  const code = checkpoint.code;

  useEffect(() => localStorage.setItem(KEY, `${direction} ${category}`), [direction, category]);

  const count = useCallback(
    (headcount: number) => {
      outbox.record({ checkpoint: code, direction, category, headcount }).then(
        () => {
          setFailed(false);
          setPulse((before) => ({ count: before.count + 1, headcount, direction }));
          giveFeedback(direction);
        },
        (error: unknown) => {
          console.error("a tap could not be stored", error);
          setFailed(true);
          giveFeedback("failure");
        },
      );
    },
    [outbox, code, direction, category],
  );

  const undo = useCallback(
    (id: string) => {
      outbox.undo(id).then(
        (done) => giveFeedback(done ? "undo" : "failure"),
        (error: unknown) => {
          console.error("an undo could not be stored", error);
          setFailed(true);
          giveFeedback("failure");
        },
      );
    },
    [outbox],
  );

  const choose = useCallback((change: Partial<Choice>) => setChosen((before) => ({ ...before, ...change })), []);
  return { choice: { direction, category }, choose, count, undo, pulse, failed };
}
