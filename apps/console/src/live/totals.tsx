import type { CountTotals, Edition } from "@abwab/contract";
import { createCalendar } from "@abwab/domain";
import { LiveNumber, useMessages } from "@abwab/ui";
import { ActionIcon, Tooltip } from "@mantine/core";
import {
  IconActivity,
  IconBuildingArch,
  IconCalendarStats,
  IconInfoCircle,
  IconLogin2,
  IconUsersGroup,
} from "@tabler/icons-react";
import { ExpectedAtClosing } from "../outlook/expected-at-closing.tsx";
import type { CountStore } from "./count-store.ts";
import { liveMessages } from "./live-messages.ts";
import { PublishedVisits } from "./published-visits.tsx";
import { useCounts } from "./use-live-counts.ts";

const totals = [
  { key: "visitsToday", ofOtherDay: "visitsThatDay", hint: "visitsTodayHint", icon: IconLogin2 },
  { key: "insideSite", ofOtherDay: "insideSite", hint: "insideSiteHint", icon: IconUsersGroup },
  { key: "visitsPerMinute", ofOtherDay: "visitsPerMinute", hint: "visitsPerMinuteHint", icon: IconActivity },
  {
    key: "pavilionVisitsToday",
    ofOtherDay: "pavilionVisitsThatDay",
    hint: "pavilionVisitsTodayHint",
    icon: IconBuildingArch,
  },
  { key: "visitsEdition", ofOtherDay: "visitsEdition", hint: "visitsEditionHint", icon: IconCalendarStats },
] as const satisfies readonly { key: keyof CountTotals; ofOtherDay: string; hint: string; icon: typeof IconLogin2 }[];

export interface TotalsProps {
  store: CountStore;
  edition: Edition;
  /** Whether they are of a past moment: what is expected now was not expected then. */
  isPast?: boolean;
}

/** The figures of the whole event, large, each with what it counts in words. */
export function Totals({ store, edition, isPast = false }: TotalsProps) {
  const t = useMessages(liveMessages);
  const day = useCounts(store, (state) => state.snapshot?.day);
  const today = createCalendar(edition.timeZone, edition.dayCutoff).dayOf(Date.now());
  // After the last day, before the first one and in the past the day shown is not today.
  const isOtherDay = day !== undefined && day !== today;
  return (
    <dl className="totals">
      {totals.map(({ key, ofOtherDay, hint, icon: Icon }) => (
        <div key={key} className="total card" data-total={key}>
          <dt className="total-name">
            <Icon className="total-icon" size={24} stroke={1.6} aria-hidden />
            {t(isOtherDay ? ofOtherDay : key)}
            <Tooltip label={t(hint)}>
              <ActionIcon
                variant="subtle"
                color="sand.6"
                size="sm"
                aria-label={`${t(isOtherDay ? ofOtherDay : key)}: ${t(hint)}`}
              >
                <IconInfoCircle size={16} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </dt>
          <dd className="total-value">
            <TotalValue store={store} name={key} />
          </dd>
          {key === "visitsToday" && !isPast && <ExpectedAtClosing edition={edition} />}
          {key === "visitsEdition" && <PublishedVisits edition={edition} />}
        </div>
      ))}
    </dl>
  );
}

function TotalValue({ store, name }: { store: CountStore; name: keyof CountTotals }) {
  const t = useMessages(liveMessages);
  const value = useCounts(store, (state) => state.snapshot?.totals[name]);
  if (value === undefined) return <span className="total-unknown">–</span>;
  if (value === null) return <span className="total-none">{t("exitsNotCounted")}</span>;
  return (
    <span className={value >= 1_000_000 ? "total-millions" : undefined}>
      <LiveNumber value={value} decimals={name === "visitsPerMinute" && value < 10 ? 1 : 0} />
    </span>
  );
}
