import { useMessages } from "@abwab/ui";
import { IconUsersPlus } from "@tabler/icons-react";
import { useCategoryName } from "./category-messages.ts";
import { scanMessages } from "./scan-messages.ts";
import { useTap } from "./use-tap.ts";
import type { Tally } from "./use-tally.ts";

/** Small groups at one touch, any other number through the pad. */
export function QuickCounts({ tally, onGroup }: { tally: Tally; onGroup: () => void }) {
  const t = useMessages(scanMessages);
  return (
    <div className="quick-counts">
      <QuickCount tally={tally} headcount={5} />
      <QuickCount tally={tally} headcount={10} />
      <button type="button" className="button quick-group" onClick={onGroup}>
        <IconUsersPlus aria-hidden />
        {t("group")}
      </button>
    </div>
  );
}

function QuickCount({ tally, headcount }: { tally: Tally; headcount: number }) {
  const t = useMessages(scanMessages);
  const nameOf = useCategoryName();
  const { direction, category } = tally.choice;
  const tap = useTap(() => tally.count(headcount));
  const label = t(direction === "in" ? "tapIn" : "tapOut", { count: headcount, category: nameOf(category) });
  return (
    <button type="button" className="button quick-count" aria-label={label} {...tap}>
      <span dir="ltr">+{headcount}</span>
    </button>
  );
}
