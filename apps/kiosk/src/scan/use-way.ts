import { useState } from "react";

/** How people are counted: by what they show, or by a tap. A hand-held reader is heard whichever is chosen. */
export const ways = ["camera", "reader", "tally", "code"] as const;
export type Way = (typeof ways)[number];

const KEY = "abwab.kiosk.way";

/** The way chosen before on this kiosk; else the camera where passes are asked for, and the tally where none is. */
export function useWay(asksForPasses: boolean): [Way, (way: Way) => void] {
  const [way, setWay] = useState<Way>(
    () => ways.find((one) => one === localStorage.getItem(KEY)) ?? (asksForPasses ? "camera" : "tally"),
  );
  const choose = (chosen: Way) => {
    localStorage.setItem(KEY, chosen);
    setWay(chosen);
  };
  return [way, choose];
}
