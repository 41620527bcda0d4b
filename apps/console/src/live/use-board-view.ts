import { useSearchParams } from "react-router";
import { heatMeasures, type HeatMeasure } from "../floor-plan/heat.ts";
import { boardFilters, boardKinds, boardSorts, type BoardChoice } from "./board-selection.ts";

export const boardShapes = ["tiles", "plan", "table"] as const;
export type BoardShape = (typeof boardShapes)[number];

/** What of the board is on screen; all of it stands in the address, so that it can be sent to somebody. */
export interface BoardView extends BoardChoice {
  readonly view: BoardShape;
  /** What the floor plan's colours say. */
  readonly measure: HeatMeasure;
}

const usual = { view: "tiles", kind: "all", filter: "all", sort: "code", measure: "share" } as const;

export function useBoardView(): [BoardView, (change: Partial<BoardView>) => void] {
  const [address, setAddress] = useSearchParams();
  const one = <Value extends string>(name: keyof typeof usual, values: readonly Value[], otherwise: Value): Value =>
    values.find((value) => value === address.get(name)) ?? otherwise;
  const view: BoardView = {
    view: one("view", boardShapes, usual.view),
    kind: one("kind", boardKinds, usual.kind),
    filter: one("filter", boardFilters, usual.filter),
    sort: one("sort", boardSorts, usual.sort),
    reverse: address.has("reverse"),
    measure: one("measure", heatMeasures, usual.measure),
    search: address.get("search") ?? "",
  };
  const change = (wanted: Partial<BoardView>) => {
    // Two changes before the address has followed are both kept.
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(wanted)) {
          const isUsual = Object.entries(usual).some(([name, plain]) => name === key && plain === value);
          if (value === "" || value === false || isUsual) next.delete(key);
          else next.set(key, String(value));
        }
        return next;
      },
      { replace: true },
    );
  };
  return [view, change];
}
