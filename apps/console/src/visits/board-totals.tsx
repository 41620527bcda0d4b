import { formatNumber, LiveNumber, Num, useLanguage, useMessages } from "@abwab/ui";
import { ActionIcon, Progress, Tooltip } from "@mantine/core";
import {
  IconBuildingCommunity,
  IconCalendarUser,
  IconInfoCircle,
  IconLogin2,
  IconUsersGroup,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { headsOf, type BoardTotals as Figures, type People } from "./visit-board.ts";
import { visitMessages } from "./visit-messages.ts";

export interface BoardTotalsProps {
  totals: Figures;
  /** Organisations represented since the edition began; undefined until it is known. */
  everRepresented: number | undefined;
}

/** The day's figures, large: who is expected, who has come, and how many organisations that makes. */
export function BoardTotals({ totals, everRepresented }: BoardTotalsProps) {
  const t = useMessages(visitMessages);
  const { language } = useLanguage();
  const [expected, arrived] = [headsOf(totals.expected), headsOf(totals.arrived)];
  const share = expected === 0 ? 0 : arrived / expected;
  return (
    <dl className="visit-totals">
      <Total name="arrived" title={t("arrived")} value={arrived} icon={IconLogin2}>
        <Progress
          value={100 * Math.min(1, share)}
          color="brass.3"
          size="sm"
          aria-label={t("arrivedOf", { share: formatNumber(share, language, { percent: true }) })}
        />
        <span>{t("arrivedOf", { share: formatNumber(share, language, { percent: true }) })}</span>
        <Split people={totals.arrived} />
      </Total>
      <Total name="expected" title={t("expected")} value={expected} icon={IconUsersGroup}>
        <Split people={totals.expected} />
      </Total>
      <Total name="visits" title={t("visitsToday")} value={totals.visits} icon={IconCalendarUser} />
      <Total
        name="represented"
        title={t("representedToday")}
        hint={t("representedHint")}
        value={totals.represented}
        icon={IconBuildingCommunity}
      >
        {everRepresented !== undefined && (
          <span>{t("representedEdition", { count: formatNumber(everRepresented, language) })}</span>
        )}
      </Total>
    </dl>
  );
}

interface TotalProps {
  name: string;
  title: string;
  hint?: string;
  value: number;
  icon: typeof IconLogin2;
  children?: ReactNode;
}

function Total({ name, title, hint, value, icon: Icon, children }: TotalProps) {
  return (
    <div className="total card" data-total={name}>
      <dt className="total-name">
        <Icon className="total-icon" size={24} stroke={1.6} aria-hidden />
        {title}
        {hint !== undefined && (
          <Tooltip label={hint}>
            <ActionIcon variant="subtle" color="sand.6" size="sm" aria-label={`${title}: ${hint}`}>
              <IconInfoCircle size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </dt>
      <dd className="total-value">
        <LiveNumber value={value} />
      </dd>
      {children !== undefined && <dd className="visit-total-note">{children}</dd>}
    </div>
  );
}

function Split({ people }: { people: People }) {
  const t = useMessages(visitMessages);
  return (
    <span>
      {t("pupils")} <Num value={people.pupils} /> · {t("adults")} <Num value={people.adults} />
    </span>
  );
}
