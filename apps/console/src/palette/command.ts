import type { IconBell } from "@tabler/icons-react";
import type { Findable } from "./palette-search.ts";

/** Something that the palette goes to or does. */
export interface Command extends Findable {
  kind: "page" | "edition" | "zone" | "device" | "organisation" | "pass" | "action";
  title: string;
  /** A code, a place, or whatever tells it from others of its name. */
  detail?: string;
  icon: typeof IconBell;
  /** Where it goes … */
  to?: string;
  /** … or what it does. */
  act?: () => void;
}
