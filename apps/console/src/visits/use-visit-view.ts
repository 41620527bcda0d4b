import { visitState, type Edition } from "@abwab/contract";
import { useSearchParams } from "react-router";
import { useNow } from "../app/use-now.ts";
import { dayInView, type BoardFilter } from "./visit-board.ts";

export const visitParts = ["board", "slots", "distribution", "represented"] as const;
export type VisitPart = (typeof visitParts)[number];

/** What of the visits is on screen; all of it stands in the address, so that it can be sent to somebody. */
export interface VisitView extends BoardFilter {
  readonly part: VisitPart;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** A zone's code; empty for every zone. */
  readonly zone: string;
}

const DAY_MAY_TURN_MS = 60_000;

export function useVisitView(edition: Edition): [VisitView, (change: Partial<VisitView>) => void] {
  const [address, setAddress] = useSearchParams();
  const now = useNow(DAY_MAY_TURN_MS);
  const view: VisitView = {
    part: visitParts.find((part) => part === address.get("part")) ?? "board",
    day: dayInView(edition, address.get("day"), now),
    zone: address.get("zone") ?? "",
    state: visitState.options.find((state) => state === address.get("state")) ?? "",
    province: address.get("province") ?? "",
    search: address.get("search") ?? "",
  };
  const change = (wanted: Partial<VisitView>) => {
    const next = new URLSearchParams(address);
    for (const [key, value] of Object.entries(wanted)) {
      if (value === "" || (key === "part" && value === "board")) next.delete(key);
      else next.set(key, value);
    }
    setAddress(next, { replace: true });
  };
  return [view, change];
}
