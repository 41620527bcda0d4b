import type { VisitState } from "@abwab/contract";
import {
  IconBan,
  IconCircleCheck,
  IconClock,
  IconClockExclamation,
  IconProgress,
  IconUserOff,
} from "@tabler/icons-react";

/** The mark of each state, beside its word. */
export const visitStateLooks = {
  expected: IconClock,
  partly_arrived: IconProgress,
  arrived: IconCircleCheck,
  late: IconClockExclamation,
  no_show: IconUserOff,
  cancelled: IconBan,
} as const satisfies Record<VisitState, typeof IconClock>;
